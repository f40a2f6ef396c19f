import { useEffect } from 'react'
import { presencePlace } from './presence-place.ts'
import { leavePresence } from './presence-report.ts'

/** A page gives way to the next within this time (ms), whose report then moves the tab. */
const changeOfPage = 500

/** Tells the server when this tab stops showing an object: by navigation, by hiding, by closing. Once, in the frame. */
export function usePresenceLeave(): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let present = presencePlace.get() !== undefined
    const unsubscribe = presencePlace.subscribe(() => {
      clearTimeout(timer)
      if (presencePlace.get() !== undefined) present = true
      else if (present)
        timer = setTimeout(() => {
          present = false
          leavePresence()
        }, changeOfPage)
    })
    const onHide = () => {
      if (document.visibilityState === 'hidden' && present) leavePresence()
    }
    document.addEventListener('visibilitychange', onHide)
    window.addEventListener('pagehide', onHide)
    return () => {
      clearTimeout(timer)
      unsubscribe()
      document.removeEventListener('visibilitychange', onHide)
      window.removeEventListener('pagehide', onHide)
    }
  }, [])
}
