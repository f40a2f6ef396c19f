import { useEffect, useRef, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { type FilterPart, partsOf, textOf } from './filter.ts'

/** Typing settles for so long (ms) before the list asks the server. */
const pause = 250

/**
 * The chips of the filter in the address. Chips that are still being filled in live here; whatever changes what the
 * filter says goes into the address, and a new address (back, a link) makes the chips anew.
 */
export function useFilter(text: string, object: CatalogueObject, onText: (text: string) => void) {
  const [parts, setParts] = useState(() => partsOf(text, object))
  const said = useRef(text)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    if (text === said.current) return
    said.current = text
    setParts(partsOf(text, object))
  }, [text, object])
  useEffect(() => () => clearTimeout(timer.current), [])
  const change = (next: readonly FilterPart[]) => {
    setParts(next)
    const nextText = textOf(next, object)
    clearTimeout(timer.current)
    if (nextText === said.current) return
    const fewer = next.length < parts.length
    timer.current = setTimeout(
      () => {
        said.current = nextText
        onText(nextText)
      },
      fewer ? 0 : pause,
    )
  }
  return { parts, change }
}
