import { usePreference } from './preferences.ts'

/** A record that the person keeps at hand. */
interface Star {
  readonly object: string
  readonly id: string
  readonly title: string
}

const none: readonly Star[] = []
const most = 50

/** The records that the person has starred, the newest first: proposed wherever a record is to be chosen. */
export function useStars() {
  const [stars, setStars] = usePreference<readonly Star[]>('stars', none)
  return {
    stars,
    isStarred: (id: string) => stars.some((star) => star.id === id),
    toggle: (star: Star) => {
      const others = stars.filter(({ id }) => id !== star.id)
      setStars(others.length < stars.length ? others : [star, ...others].slice(0, most))
    },
  }
}
