import { useSyncExternalStore } from 'react'

const phone = window.matchMedia('(max-width: 640px)')

function subscribe(listener: () => void) {
  phone.addEventListener('change', listener)
  return () => phone.removeEventListener('change', listener)
}

/** Whether the page is as narrow as a phone; the same bound as in the style sheets. */
export function usePhone(): boolean {
  return useSyncExternalStore(subscribe, () => phone.matches)
}
