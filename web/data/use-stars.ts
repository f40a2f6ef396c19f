import { usePreference } from './preferences.ts'

/** A record that the person keeps at hand. */
export interface Star {
  readonly object: string
  readonly id: string
  readonly title: string
}

const none: readonly Star[] = []
const most = 50

/** The records that the person has starred, the newest first: proposed wherever a record is to be chosen. */
export function useStars() {
  const [kept, setStars] = usePreference<readonly Star[]>('stars', none)
  // Programs may write preferences, too.
  const stars = Array.isArray(kept) ? kept : none
  return {
    stars,
    isStarred: (id: string) => stars.some((star) => star.id === id),
    toggle: (star: Star) => {
      const others = stars.filter(({ id }) => id !== star.id)
      setStars(others.length < stars.length ? others : [star, ...others].slice(0, most))
    },
  }
}
