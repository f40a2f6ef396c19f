/** How fast somebody may ask: so many at once, and so many in each second after. Kept in this process alone. */
export interface Pace {
  /** Seconds to wait; 0 where they may go on. */
  take(who: string): number
}

const mostKnown = 10_000

export function createPace(burst: number, perSecond: number, now: () => number = Date.now): Pace {
  const known = new Map<string, { left: number; at: number }>()
  return {
    take(who) {
      const at = now()
      const before = known.get(who) ?? { left: burst, at }
      const left = Math.min(burst, before.left + ((at - before.at) / 1000) * perSecond)
      known.delete(who)
      if (known.size >= mostKnown) known.delete(known.keys().next().value!)
      known.set(who, { left: Math.max(0, left - 1), at })
      return left >= 1 ? 0 : Math.ceil((1 - left) / perSecond)
    },
  }
}
