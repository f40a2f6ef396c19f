import { useState } from 'react'
import { usePhone } from '#web/design/use-phone.ts'
import type { EditorProps } from './field-view.ts'

/**
 * Where the days of a typed date are chosen: beside the input, on a phone in a sheet that a touch on the input opens.
 * There a keyboard only comes up when somebody asks for it.
 */
export function useDaySheet({ id, autoFocus, onCancel }: Pick<EditorProps, 'id' | 'autoFocus' | 'onCancel'>) {
  const phone = usePhone()
  const [opened, setOpened] = useState(phone && autoFocus === true && onCancel !== undefined)
  const [typing, setTyping] = useState(false)
  const sheet = phone && !typing
  return {
    phone,
    opened,
    setOpened,
    /** For the input. */
    typed: { ...(sheet && { inputMode: 'none' as const, onTouch: () => setOpened(true) }) },
    close: () => {
      setOpened(false)
      onCancel?.()
    },
    type: () => {
      setTyping(true)
      setOpened(false)
      // The sheet gives the focus back when it is gone. Who writes there by then is not disturbed: to leave is to save.
      setTimeout(() => document.getElementById(id)?.focus(), 250)
    },
  }
}
