import { useCallback, useEffect, useRef, useState } from 'react'
import { useSession } from '#web/data/index.ts'
import { blankDraft, type ComposerDraft, holdsSomething, readDraft } from './composer-draft.ts'
import type { ComposerSubject } from './open-composer.ts'

const calm = 200

/** What is written about a record, kept on this device until it is saved. */
export function useDraft({ object, id }: Pick<ComposerSubject, 'object' | 'id'>) {
  const { workspace } = useSession()
  const storageKey = `kith.draft.${workspace.id}.${object}.${id}`
  const [draft, setDraft] = useState<ComposerDraft>(() => readDraft(localStorage.getItem(storageKey)))
  const latest = useRef(draft)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const keep = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = undefined
    try {
      if (holdsSomething(latest.current) || latest.current.next !== null)
        localStorage.setItem(storageKey, JSON.stringify(latest.current))
      else localStorage.removeItem(storageKey)
    } catch {
      // A device that is full keeps no draft; the page still holds it.
    }
  }, [storageKey])
  const change = useCallback(
    (part: Partial<ComposerDraft>) => {
      latest.current = { ...latest.current, ...part }
      setDraft(latest.current)
      timer.current ??= setTimeout(keep, calm)
    },
    [keep],
  )
  useEffect(() => {
    addEventListener('pagehide', keep)
    return () => {
      removeEventListener('pagehide', keep)
      if (timer.current !== undefined) keep()
    }
  }, [keep])

  const clear = useCallback(() => {
    change(blankDraft)
    keep()
  }, [change, keep])
  return { draft, latest, change, clear }
}
