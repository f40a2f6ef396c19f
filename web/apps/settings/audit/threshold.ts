/** A whole number from 0 as typed, with its digits in groups or in full width; undefined for anything else. */
export const readThreshold =
  (most: number) =>
  (text: string): string | undefined => {
    const plain = text.normalize('NFKC').replace(/[\s,]/g, '')
    if (!/^\d{1,9}$/.test(plain)) return undefined
    const value = Number(plain)
    return value <= most ? String(value) : undefined
  }
