import { type BlockerFn, useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

/** The browser's way back closes what is open above the page, and leaves the page where it is. */
export function useBackCloses(active: boolean, onClose: () => void): void {
  // Nothing is routed in a picture of a component.
  const router = useRouter({ warn: false }) as ReturnType<typeof useRouter> | undefined
  const latest = useRef(onClose)
  useEffect(() => {
    latest.current = onClose
  })
  useEffect(() => {
    if (!active || router === undefined) return
    const blockerFn: BlockerFn = ({ action }) => {
      if (action !== 'BACK') return false
      latest.current()
      return true
    }
    return router.history.block({ enableBeforeUnload: false, blockerFn })
  }, [active, router])
}
