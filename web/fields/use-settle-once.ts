import { type KeyboardEvent, useRef } from 'react'
import { composing } from './composition.ts'
import type { EditorProps } from './field-view.ts'

/**
 * What an editor holds, and the one moment at which it is saved or given up: Enter is followed by the loss of the focus,
 * and only the first of the two may save. A refused input is not saved.
 */
export function useSettleOnce(props: Pick<EditorProps, 'value' | 'onCommit' | 'onCancel'>) {
  const held = useRef({ value: props.value, refused: false, settled: false })
  const latest = useRef(props)
  latest.current = props
  const commit = () => {
    if (held.current.refused || held.current.settled) return
    held.current.settled = true
    latest.current.onCommit?.(held.current.value)
  }
  const cancel = () => {
    held.current.settled = true
    latest.current.onCancel?.()
  }
  return {
    held,
    hold: (value: unknown) => {
      held.current = { value, refused: false, settled: false }
    },
    refuse: () => {
      held.current = { ...held.current, refused: true }
    },
    commit,
    cancel,
    /** Saves on Enter, or on ⌘Enter where Enter itself begins a line, and gives up on Esc; in a form both are the form's. */
    keyDown: (event: KeyboardEvent, enter: 'plain' | 'mod' = 'plain') => {
      if (composing(event)) return
      const saves = event.key === 'Enter' && (enter === 'plain' || event.metaKey || event.ctrlKey)
      if (saves && latest.current.onCommit !== undefined) {
        event.preventDefault()
        commit()
      } else if (event.key === 'Escape' && latest.current.onCancel !== undefined) {
        event.preventDefault()
        event.stopPropagation()
        cancel()
      }
    },
  }
}
