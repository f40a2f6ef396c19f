/** A name as people compare it: without case, width, spaces and punctuation. `GTX Pro`, `gtxpro` and `ＧＴＸ－Ｐｒｏ` are one. */
export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
