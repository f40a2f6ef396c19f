import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { type LeftPlace, leave, leftAt } from './left-place.ts'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** A link led back to a list: it stands there as it was left. */
    asLeft?: boolean
  }
}

/**
 * What was left here, for the first drawing; from then on a part of the place is kept as one goes on.
 * @param read asked as one goes on to another page
 */
export function useLeftPlace(read: () => LeftPlace): LeftPlace {
  const router = useRouter()
  const [found] = useState(() => leftAt(router.latestLocation) ?? {})
  const latest = useRef(read)
  useEffect(() => {
    latest.current = read
  })
  useEffect(
    () =>
      router.subscribe('onBeforeLoad', ({ fromLocation, pathChanged }) => {
        if (pathChanged && fromLocation !== undefined) leave(fromLocation, latest.current())
      }),
    [router],
  )
  return found
}
