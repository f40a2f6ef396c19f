import { useEffect } from 'react'
import { undoLatest } from './toast-undo.ts'

/** Where a key belongs to the text that is being written, ⌘Z above all. */
const typing = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]'

/** Z, or ⌘Z and Ctrl Z, take back what was done last, as long as that is on offer. */
export function useUndoKey(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey || event.shiftKey) return
      if (event.key.toLowerCase() !== 'z') return
      if (event.target instanceof Element && event.target.closest(typing) !== null) return
      if (undoLatest()) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
