import { useSyncExternalStore } from 'react'

const wide = window.matchMedia('(min-width: 1100px)')

function subscribe(listener: () => void) {
  wide.addEventListener('change', listener)
  return () => wide.removeEventListener('change', listener)
}

/** Whether a record fits beside the list. */
export const useWide = (): boolean => useSyncExternalStore(subscribe, () => wide.matches)
