/** A word for comparison: full-width letters narrow, case and white space aside. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}
