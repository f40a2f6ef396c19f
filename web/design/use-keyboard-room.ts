import { useEffect } from 'react'

const variable = '--keyboard'

/** Keeps `--keyboard` at the height of the keyboard that lies over the page, so that a sheet can stand on it. */
export function useKeyboardRoom(active: boolean): void {
  useEffect(() => {
    const seen = window.visualViewport
    if (!active || seen === null) return
    const root = document.documentElement
    const look = () => {
      // Somebody who zooms in sees less, too.
      const covered = seen.scale > 1 ? 0 : window.innerHeight - seen.height - seen.offsetTop
      root.style.setProperty(variable, `${Math.max(0, Math.round(covered))}px`)
    }
    look()
    seen.addEventListener('resize', look)
    seen.addEventListener('scroll', look)
    return () => {
      seen.removeEventListener('resize', look)
      seen.removeEventListener('scroll', look)
      root.style.removeProperty(variable)
    }
  }, [active])
}
