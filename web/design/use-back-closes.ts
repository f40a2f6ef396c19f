import { type BlockerFn, useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

const guarding = 'kithGuard'

/**
 * The browser's way back closes what is open above the page, and leaves the page where it is. On the first page of a visit
 * it would lead out of the app: there a step is put before it, once.
 */
export function useBackCloses(active: boolean, onClose: () => void): void {
  // Nothing is routed in a picture of a component.
  const router = useRouter({ warn: false }) as ReturnType<typeof useRouter> | undefined
  const latest = useRef(onClose)
  useEffect(() => {
    latest.current = onClose
  })
  useEffect(() => {
    if (!active || router === undefined) return
    if (!router.history.canGoBack()) {
      const state: unknown = window.history.state
      const known = typeof state === 'object' && state !== null ? state : {}
      // Past the router, to which the place is the same: it would load it again and scroll it to its top.
      if (!(guarding in known))
        History.prototype.pushState.call(window.history, { ...known, [guarding]: true }, '')
      const onPop = () => latest.current()
      window.addEventListener('popstate', onPop)
      return () => window.removeEventListener('popstate', onPop)
    }
    const blockerFn: BlockerFn = ({ action }) => {
      if (action !== 'BACK') return false
      latest.current()
      return true
    }
    return router.history.block({ enableBeforeUnload: false, blockerFn })
  }, [active, router])
}
