import { type RefObject, useEffect, useRef } from 'react'
import type { FormDraft } from './form-draft.ts'
import type { FormState, FormStore } from './form-store.ts'

/** Milliseconds after the last key until what was typed is kept. */
const calm = 300

/**
 * Keeps what is typed: after a pause, where the page is left, and where the form goes; unless it is being saved by then.
 * @param inLine what stands in line to be saved
 * @returns forgets the draft: the record was made, or nobody wants it
 */
export function useKeptDraft(
  store: FormStore,
  draft: FormDraft,
  inLine: RefObject<FormState['values'] | undefined>,
): () => void {
  const dropped = useRef(false)
  useEffect(() => {
    let kept = store.get().values
    let timer: ReturnType<typeof setTimeout> | undefined
    const keep = () => {
      const { values } = store.get()
      if (dropped.current || values === kept) return
      draft.keep(values)
      kept = values
    }
    const stop = store.subscribe(() => {
      clearTimeout(timer)
      timer = setTimeout(keep, calm)
    })
    addEventListener('pagehide', keep)
    return () => {
      stop()
      clearTimeout(timer)
      removeEventListener('pagehide', keep)
      if (store.get().values === inLine.current) draft.drop()
      else keep()
    }
  }, [store, draft, inLine])
  return () => {
    dropped.current = true
    draft.drop()
  }
}
