import { expect, test } from 'vitest'
import { createSealing } from './sealing.ts'

const sealing = createSealing('one secret')
const plain = Buffer.from('what nobody shall read')

test('what is sealed opens where it was sealed, and looks different every time', () => {
  const [sealed, again] = [sealing.seal(plain, 'here'), sealing.seal(plain, 'here')]
  expect(sealing.open(sealed, 'here')).toEqual(plain)
  expect(sealed).not.toEqual(again)
  expect(sealed.includes(plain)).toBe(false)
})

test('it opens neither elsewhere, nor under another secret, nor with a bit changed or a byte less', () => {
  const sealed = sealing.seal(plain, 'here')
  expect(() => sealing.open(sealed, 'there')).toThrow()
  expect(() => createSealing('another secret').open(sealed, 'here')).toThrow()
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed)
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
    expect(() => sealing.open(changed, 'here')).toThrow()
  }
  expect(() => sealing.open(sealed.subarray(0, -1), 'here')).toThrow()
})

test('a digest knows a text again, under its secret alone', () => {
  expect(sealing.digest('a')).toEqual(createSealing('one secret').digest('a'))
  expect(sealing.digest('a')).not.toEqual(sealing.digest('b'))
  expect(sealing.digest('a')).not.toEqual(createSealing('another secret').digest('a'))
})
