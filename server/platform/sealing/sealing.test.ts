import { expect, test } from 'vitest'
import { createSealing, derivedRing, keyRing } from './index.ts'

const sealing = createSealing(['one secret'], 'tests')
const plain = Buffer.from('what nobody shall read')

test('what is sealed opens where it was sealed, and looks different every time', () => {
  const [sealed, again] = [sealing.seal(plain, 'here'), sealing.seal(plain, 'here')]
  expect(sealing.open(sealed, 'here')).toEqual(plain)
  expect(sealing.open(sealing.seal('三叶草', 'here'), 'here').toString()).toBe('三叶草')
  expect(sealed).not.toEqual(again)
  expect(sealed.includes(plain)).toBe(false)
})

test('it opens neither elsewhere, nor for another purpose or secret, nor with a bit changed or a byte less', () => {
  const sealed = sealing.seal(plain, 'here')
  expect(() => sealing.open(sealed, 'there')).toThrow()
  expect(() => createSealing(['another secret'], 'tests').open(sealed, 'here')).toThrow(
    'KITH_SECRET_PREVIOUS',
  )
  expect(() => createSealing(['one secret'], 'more').open(sealed, 'here')).toThrow()
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed)
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
    expect(() => sealing.open(changed, 'here')).toThrow()
  }
  expect(() => sealing.open(sealed.subarray(0, -1), 'here')).toThrow()
  for (const length of [0, 8, 20]) expect(() => sealing.open(sealed.subarray(0, length), 'here')).toThrow()
})

test('after a change of the secret what the former one sealed opens, until the former one is gone', () => {
  const sealed = sealing.seal(plain, 'here')
  const changed = createSealing(['new secret', 'one secret'], 'tests')
  expect(changed.open(sealed, 'here')).toEqual(plain)
  expect([sealing.isCurrent(sealed), changed.isCurrent(sealed)]).toEqual([true, false])
  const anew = changed.seal(changed.open(sealed, 'here'), 'here')
  const after = createSealing(['new secret'], 'tests')
  expect([changed.isCurrent(anew), after.isCurrent(anew)]).toEqual([true, true])
  expect(after.open(anew, 'here')).toEqual(plain)
})

test('a ring has the former secret where there is one, and is derived as a whole', () => {
  expect(keyRing({ secret: 'new', previousSecret: undefined })).toEqual(['new'])
  expect(keyRing({ secret: 'new', previousSecret: 'new' })).toEqual(['new'])
  const ring = keyRing({ secret: 'new', previousSecret: 'old' })
  expect(ring).toEqual(['new', 'old'])
  const derived = derivedRing(ring, 'sessions')
  expect(derived).toEqual([derivedRing(['new'], 'sessions')[0], derivedRing(['old'], 'sessions')[0]])
})
