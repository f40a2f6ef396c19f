import { type PointerEvent, useRef } from 'react'

/** Pixels after which letting go closes the sheet. */
const far = 96

/** A finger on the head of a sheet draws it down; drawn far enough, it closes. */
export function useSheetDrag(onClose: () => void) {
  const from = useRef<number>(undefined)
  const sheetOf = (event: PointerEvent<HTMLElement>) =>
    event.currentTarget.closest<HTMLElement>('[role="dialog"]')
  const by = (event: PointerEvent) => Math.max(0, event.clientY - (from.current ?? event.clientY))
  const end = (event: PointerEvent<HTMLElement>, closes: boolean) => {
    const sheet = sheetOf(event)
    if (sheet !== null) sheet.style.translate = ''
    from.current = undefined
    if (closes) onClose()
  }
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.pointerType === 'mouse') return
      from.current = event.clientY
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const sheet = sheetOf(event)
      if (from.current !== undefined && sheet !== null) sheet.style.translate = `0 ${by(event)}px`
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => end(event, by(event) > far),
    onPointerCancel: (event: PointerEvent<HTMLElement>) => end(event, false),
  }
}
