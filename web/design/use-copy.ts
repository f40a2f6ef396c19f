import { type RefObject, useRef, useState } from 'react'
import { useMessages } from '#web/messages/use-messages.ts'
import { copyText } from './copy-text.ts'
import { showToast } from './toast-store.ts'

interface Copying<Place> {
  /** For the element that shows the text. */
  readonly place: RefObject<Place | null>
  readonly copied: boolean
  /** @returns whether the clipboard holds it now */
  copy(): Promise<boolean>
}

/**
 * Copies a text that stands on the page. Where the browser does not let it, the text is selected, and it is said that the rest
 * is the person's.
 */
export function useCopy<Place extends HTMLElement>(textOf: (place: Place | null) => string): Copying<Place> {
  const { t } = useMessages()
  const place = useRef<Place>(null)
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    if (!(await copyText(textOf(place.current)))) {
      select(place.current)
      showToast(t('design.copySelected'))
      return false
    }
    setCopied(true)
    return true
  }
  return { place, copied, copy }
}

function select(place: HTMLElement | null): void {
  if (place instanceof HTMLInputElement) {
    place.focus()
    place.select()
  } else if (place !== null) getSelection()?.selectAllChildren(place)
}
