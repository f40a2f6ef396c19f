import { expect, test } from 'vitest'
import { languages } from '#shared/language.ts'
import type { ReviewLine } from '#shared/operations/reviews.ts'
import { signInPolicy as english } from '#web/messages/en/sign-in-policy.ts'
import { signInPolicy as mainland } from '#web/messages/zh-CN/sign-in-policy.ts'
import { signInPolicy as taiwan } from '#web/messages/zh-TW/sign-in-policy.ts'
import { columns } from './columns.ts'

const screens = { en: english, 'zh-CN': mainland, 'zh-TW': taiwan }
const lineWith = (passkeys: number, app: boolean) => ({ snapshot: { passkeys, app } }) as ReviewLine

test.each(languages)('a second step is called in the file as on the screens: %s', (language) => {
  expect(columns.map(({ label }) => label[language])).toContain(screens[language].secondFactor)
})

test.each([
  [1, true, 'Passkeys: 1, app: Yes'],
  [2, false, 'Passkeys: 2, app: No'],
])('%i passkeys and an app (%s) read well', (passkeys, app, text) => {
  const column = columns.find(({ label }) => label.en === english.secondFactor)
  expect(column?.print(lineWith(passkeys, app), { language: 'en', timeZone: 'UTC' })).toBe(text)
})
