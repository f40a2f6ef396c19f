const mention = /\[@((?:[^[\]\\]|\\.)+)\]\(user:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\)/gi
const link = /!?\[((?:[^[\]\\]|\\.)*)\]\([^()\s]*\)/g
/** Ends of sentences: Chinese ones wherever they stand, others before a space, so that no number is cut. */
const sentenceEnd = /[。！？；]+|[.!?]+(?=\s|$)|\n+/g
const longest = 300

/** Ids of the members whom a text mentions, each once. */
export function mentionedIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(mention)].map(([, , id = '']) => id.toLowerCase()))
}

/** The sentence in which a text first mentions a member, plain, names as they were written; `''` where it mentions them nowhere. */
export function sentenceAround(text: string, id: string): string {
  const found = [...text.matchAll(mention)].find(([, , other = '']) => other.toLowerCase() === id)
  if (found === undefined) return ''
  const ends = [...text.matchAll(sentenceEnd)].map((end) => end.index + end[0].length)
  const start = ends.findLast((end) => end <= found.index) ?? 0
  const end = ends.find((one) => one >= found.index + found[0].length) ?? text.length
  const plain = plainOf(text.slice(start, end))
  if (plain.length <= longest) return plain
  // What surrounds the name counts, wherever in a long sentence it stands.
  const at = plain.indexOf(plainOf(found[0]))
  const from = Math.max(0, Math.min(at - longest / 3, plain.length - longest))
  return `${from > 0 ? '…' : ''}${[...plain.slice(from, from + longest)].join('')}${from + longest < plain.length ? '…' : ''}`.toWellFormed()
}

const plainOf = (markdown: string): string =>
  markdown
    .replace(link, '$1')
    .replace(/^\s*(?:#{1,6}|>|[-*+]|\d+\.)\s+/gm, '')
    .replace(/\\([\\`*_{}[\]()#+\-.!>~|])/g, '$1')
    .replace(/(\*\*|__|~~|`)(.+?)\1/g, '$2')
    .replace(/\s+/g, ' ')
    .trim()
