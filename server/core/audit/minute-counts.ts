/** What is counted together of one key, from its first moment on. */
interface Count {
  since: number
  total: number
  /** The next total that is told of. */
  next: number
}

export interface MinuteCounts {
  /** Seconds that are counted together. */
  readonly within: number
  /**
   * Adds so many to a key.
   * @param first the first total that is told of
   * @param factor how many times the one before the next is
   * @returns the total within the minute where it is to be told of; undefined where it is not, or is already
   */
  add(key: string, amount: number, first: number, factor: number): number | undefined
}

const window = 60_000
const most = 10_000

/** Counts within a minute, in this process, so that one minute of anything never fills the log; what ended is forgotten when there are many. */
export function createMinuteCounts(): MinuteCounts {
  const counts = new Map<string, Count>()
  const forgetOld = (now: number) => {
    for (const [key, { since }] of counts) if (now - since >= window) counts.delete(key)
  }
  return {
    within: window / 1_000,
    add(key, amount, first, factor) {
      const now = Date.now()
      const known = counts.get(key)
      const count = known && now - known.since < window ? known : { since: now, total: 0, next: first }
      if (counts.size >= most && !counts.has(key)) forgetOld(now)
      counts.set(key, count)
      count.total += amount
      if (count.total < count.next) return undefined
      count.next = count.total * factor
      return count.total
    },
  }
}
