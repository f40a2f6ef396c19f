/** The value that a share of a list lies at or below (nearest rank); NaN of an empty list. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const rank = Math.max(1, Math.ceil(share * sorted.length))
  return sorted[rank - 1] ?? Number.NaN
}

/** The middle, or the mean of the two in the middle; NaN of an empty list. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

export interface Round {
  /** Requests, or records of batches, a second. */
  readonly limit: number
  readonly kith: number
}

/**
 * The median of the rounds' own ratios: a round in which the machine was slow was slow for both sides, while a ratio
 * of two medians may hold a slow round against a quick one.
 */
export const ratioOf = (rounds: readonly Round[]): number =>
  median(rounds.map(({ limit, kith }) => kith / limit))
