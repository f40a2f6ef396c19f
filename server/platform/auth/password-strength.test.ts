import { expect, test } from 'vitest'
import { isGuessable } from './password-strength.ts'

const about = ['王芳', 'wang.fang@example.com', '+8613800138000']

test.each([
  '12345678',
  'password1',
  'P@ssw0rd123',
  'qwerty123456',
  '1qaz2wsx3edc',
  'Aa123456',
  'aaaaaaaa',
  'abcabcabcabc',
  '19900101',
  '5201314520',
  'woaini1314',
  'woaizhongguo',
  'nihao123456',
  'zhangwei888',
  '我爱你我爱你我爱你',
  'wangfang1990',
  '13800138000',
  'wang.fang@example.com',
  'a'.repeat(256),
])('%s is guessable', async (password) => {
  expect(await isGuessable(password, about)).toBe(true)
})

test.each(['correct horse', '初始密码很长很长', '今年秋天想去看胡杨', 'bench-of-kith-2026', 'tV9#kq2Lw'])(
  '%s is not',
  async (password) => {
    expect(await isGuessable(password, about)).toBe(false)
  },
)

test('a password may be as long as it likes', async () => {
  const long = Array.from({ length: 64 }, (_, index) => String.fromCharCode(33 + ((index * 37) % 90))).join(
    '',
  )
  expect(await isGuessable(long.repeat(4), about)).toBe(false)
})
