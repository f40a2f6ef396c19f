import { type RefObject, useEffect, useRef } from 'react'
import type { Entry } from './entry.ts'

/**
 * An entry that the keys moved is drawn anew in another place, once it was written: the focus goes with it, unless the
 * person went elsewhere meanwhile.
 * @param before the entry that had it when one left the page
 * @returns says which entry keeps the focus
 */
export function useKeptFocus(
  root: RefObject<HTMLElement | null>,
  entries: readonly Entry[],
  before: string | undefined,
) {
  const kept = useRef(before)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever they are drawn anew
  useEffect(() => {
    if (kept.current === undefined) return
    const entry = root.current?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(kept.current)}"]`)
    // Whatever is around it has the focus because nothing inside has.
    if (document.activeElement?.contains(root.current)) entry?.focus()
    else if (document.activeElement !== entry) kept.current = undefined
  }, [root, entries])
  return (key: string) => {
    kept.current = key
  }
}
