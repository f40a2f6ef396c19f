const digits = 6
const scale = 10n ** BigInt(digits)

/** Amounts (decimal texts or numbers) as one decimal text, without the noise of binary fractions; blanks count nothing. */
export function sumOf(values: readonly unknown[]): string {
  let sum = 0n
  for (const value of values) {
    if (typeof value === 'string' || typeof value === 'number') sum += scaled(String(value))
  }
  const negative = sum < 0n
  const size = (negative ? -sum : sum).toString().padStart(digits + 1, '0')
  const fraction = size.slice(-digits).replace(/0+$/, '')
  return `${negative ? '-' : ''}${size.slice(0, -digits)}${fraction === '' ? '' : `.${fraction}`}`
}

function scaled(text: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (match === null) return 0n
  const [, sign, whole = '0', fraction = ''] = match
  const size = BigInt(whole) * scale + BigInt(fraction.slice(0, digits).padEnd(digits, '0'))
  return sign === '-' ? -size : size
}
