import { expect, test } from 'vitest'
import { checkCharacter, socialCreditCode } from './social-credit-code.ts'
import { unifiedBusinessNumber, weightedSum } from './unified-business-number.ts'

test('the check character of real companies’ codes comes out', () => {
  for (const code of ['91440300708461136T', '914403001922038216', '91330100799655058B', '91110000802100433B'])
    expect(checkCharacter(code), code).toBe(code[17])
})

test('a social credit code has its region, its form and the right check characters', () => {
  for (let serial = 0; serial < 2_000; serial++) {
    const code = socialCreditCode('320506', serial)
    expect(code).toMatch(/^91320506MK[0-9A-HJ-NP-RTUWXY]{6}[0-9X][0-9A-HJ-NP-RTUWXY]$/)
    expect(checkCharacter(code)).toBe(code[17])
  }
})

test('the organisation code within keeps GB 11714', () => {
  // Weights 3 7 9 10 5 8 4 2; letters count from A = 10; 10 prints as X and 11 as 0.
  const value = (character: string) => Number.parseInt(character, 36)
  for (let serial = 0; serial < 200; serial++) {
    const organisation = socialCreditCode('310115', serial).slice(8, 17)
    const sum = [3, 7, 9, 10, 5, 8, 4, 2].reduce(
      (all, weight, at) => all + weight * value(organisation[at]!),
      0,
    )
    const last = organisation[8] === 'X' ? 10 : Number(organisation[8])
    expect((sum + last) % 11).toBe(0)
  }
})

test('different serial numbers give different codes', () => {
  const serials = Array.from({ length: 30_000 }, (_, serial) => serial)
  expect(new Set(serials.map((serial) => socialCreditCode('320506', serial))).size).toBe(serials.length)
  expect(new Set(serials.map(unifiedBusinessNumber)).size).toBe(serials.length)
})

test('a unified business number passes the check of the tax office', () => {
  // 04595257 is the number that the Ministry of Finance gives as its example.
  expect((weightedSum('0459525') + 7) % 5).toBe(0)
  for (let serial = 0; serial < 2_000; serial++) {
    const number = unifiedBusinessNumber(serial)
    expect(number).toMatch(/^\d{8}$/)
    expect((weightedSum(number.slice(0, 7)) + Number(number[7])) % 5).toBe(0)
  }
})
