import { between, isRank } from '#shared/rank.ts'
import type { RecordData } from '#web/data/index.ts'

const rankAt = (cards: readonly RecordData[], index: number): string | null => {
  const rank = cards[index]?.rank
  return typeof rank === 'string' ? rank : null
}

/**
 * The rank of a card that is put at `index` among `cards`, itself not among them. Neighbours of one rank, which two people
 * can make at the same moment, leave no room between: the card then follows both.
 * @param more whether further cards follow that are not loaded: what is put last then comes before the last one
 */
export function rankFor(cards: readonly RecordData[], index: number, more: boolean): string {
  const last = more ? Math.max(0, cards.length - 1) : cards.length
  const at = Math.min(Math.max(0, index), last)
  const before = rankAt(cards, at - 1)
  for (let next = at; next <= cards.length; next++) {
    const after = rankAt(cards, next)
    if (before === null || after === null || before < after) return between(before, after)
  }
  return between(before, null)
}

/**
 * Ranks of several cards that are put before `cards[index]` one after the other.
 * @param moved ids of the cards on their way, which may stand among `cards` still
 */
export function ranksFor(
  cards: readonly RecordData[],
  index: number,
  more: boolean,
  moved: readonly string[],
): readonly string[] {
  const others = cards.filter(({ id }) => !moved.includes(id))
  const next = cards.slice(index).find(({ id }) => !moved.includes(id))
  const at = next === undefined ? others.length : others.indexOf(next)
  const ranks: string[] = []
  for (const _ of moved) {
    const made = ranks.at(-1)
    const following = rankAt(others, at)
    const first = made === undefined || (following !== null && made >= following)
    ranks.push(first ? rankFor(others, at, more) : between(made, following))
  }
  return ranks
}

/** The rank with which a card goes back where it was: one that it was born with may end in a zero, which none may be given. */
export const rankAgain = (rank: string): string => (isRank(rank) ? rank : `${rank}i`)
