const anywhere = 'https://kith.invalid'

/** A path of Kith's own as it was given; the first page where it leads anywhere else, whatever browsers make of it. */
export function ownPath(text: string): string {
  // A browser reads `\` as `/`, and drops what it does not see.
  if (!/^\/(?![/\\])[^\\\p{C}]*$/u.test(text)) return '/'
  return URL.parse(text, anywhere)?.origin === anywhere ? text : '/'
}
