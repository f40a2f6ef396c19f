/** GB 32100-2015: the alphabet leaves out I, O, S, V and Z. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** GB 11714: the organisation code within it has a check character of its own, over all letters. */
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]
const organisationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

const bodies = alphabet.length ** 6

/**
 * A 统一社会信用代码 of an enterprise with both check characters right. Different serial numbers give different codes.
 * The organisation code begins with MK, where real registers have only reached MA.
 * @param region six digits
 */
export function socialCreditCode(region: string, serial: number): string {
  // An odd multiplier prime to 31 scatters neighbouring serials over the whole range without collisions.
  let rest = Number((BigInt(serial) * 387_420_479n + 123_456_789n) % BigInt(bodies))
  let body = ''
  for (let place = 0; place < 6; place++) {
    body = alphabet[rest % alphabet.length]! + body
    rest = Math.floor(rest / alphabet.length)
  }
  const organisation = `MK${body}`
  const code = `91${region}${organisation}${organisationCheck(organisation)}`
  return code + checkCharacter(code)
}

/** The 18th character to the first 17. */
export function checkCharacter(code: string): string {
  let sum = 0
  for (let place = 0; place < 17; place++) sum += alphabet.indexOf(code[place]!) * weights[place]!
  return alphabet[(31 - (sum % 31)) % 31]!
}

function organisationCheck(organisation: string): string {
  let sum = 0
  for (let place = 0; place < 8; place++)
    sum += organisationAlphabet.indexOf(organisation[place]!) * organisationWeights[place]!
  const check = 11 - (sum % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}
