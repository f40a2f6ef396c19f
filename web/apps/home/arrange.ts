import { type Block, isNarrow } from './block.ts'

/** The blocks with one of them at the place of another, which makes room. */
export function movedTo(blocks: readonly Block[], id: string, at: number): readonly Block[] {
  const block = blocks.find((one) => one.id === id)
  if (block === undefined) return blocks
  const others = blocks.filter((one) => one.id !== id)
  const place = Math.min(others.length, Math.max(0, at))
  return [...others.slice(0, place), block, ...others.slice(place)]
}

/** The blocks with one of them changed; a new one comes last. */
export const withBlock = (blocks: readonly Block[], block: Block): readonly Block[] =>
  blocks.some(({ id }) => id === block.id)
    ? blocks.map((one) => (one.id === block.id ? block : one))
    : [...blocks, block]

/** Ids of those that a phone has to show alone: narrow ones stand in twos, and of an odd row the first has the whole width. */
export function lonelyOf(blocks: readonly Block[]): ReadonlySet<string> {
  const lonely = new Set<string>()
  let row: string[] = []
  for (const [index, block] of blocks.entries()) {
    if (isNarrow(block)) row.push(block.id)
    const next = blocks[index + 1]
    if (next !== undefined && isNarrow(next)) continue
    const [first] = row
    if (first !== undefined && row.length % 2 === 1) lonely.add(first)
    row = []
  }
  return lonely
}
