import { useState } from 'react'

/** Folded groups by list, for as long as the page is open: who comes back from a record finds them as they were. */
const remembered = new Map<string, ReadonlySet<string>>()

/** Which groups of a list are folded. */
export function useFolded(list: string) {
  const [, redraw] = useState(0)
  const folded = remembered.get(list) ?? new Set<string>()
  const set = (next: ReadonlySet<string>) => {
    remembered.set(list, next)
    redraw((count) => count + 1)
  }
  return {
    isOpen: (key: string) => !folded.has(key),
    setOpen: (key: string, open: boolean) => {
      const next = new Set(folded)
      if (open) next.delete(key)
      else next.add(key)
      set(next)
    },
    foldAll: (groupKeys: readonly string[]) => set(new Set(groupKeys)),
    openAll: () => set(new Set()),
  }
}
