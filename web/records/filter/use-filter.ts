import { useCallback, useEffect, useRef, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { useCatalogue } from '#web/data/index.ts'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { countOf, type FilterGroup, filterOf, isTooLong, textOf } from './filter.ts'

/** Typing settles for so long (ms) before the list asks the server. */
const usualPause = 250

/**
 * The filter of the address as conditions. Those that are still being filled in live here; whatever changes what the
 * filter says goes into the address, and a new address (back, a link) makes the conditions anew.
 * @param pause milliseconds in which a change settles; 0: it is told at once, for where it is saved and not only shown
 */
export function useFilter(
  text: string,
  object: CatalogueObject,
  onText: (text: string) => void,
  pause = usualPause,
) {
  const { t } = useMessages()
  const catalogue = useCatalogue()
  const [filter, setFilter] = useState(() => filterOf(text, object, catalogue))
  const said = useRef(text)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    if (text === said.current) return
    said.current = text
    clearTimeout(timer.current)
    setFilter(filterOf(text, object, catalogue))
  }, [text, object, catalogue])
  useEffect(() => () => clearTimeout(timer.current), [])
  const count = countOf(filter)
  const change = useCallback(
    (next: FilterGroup) => {
      setFilter(next)
      const nextText = textOf(next, object, catalogue)
      clearTimeout(timer.current)
      if (nextText === said.current) return
      if (isTooLong(nextText)) {
        showToast(t('views.filterTooLong'), { tone: 'problem' })
        return
      }
      const say = () => {
        said.current = nextText
        onText(nextText)
      }
      if (pause === 0) say()
      else timer.current = setTimeout(say, countOf(next) < count ? 0 : pause)
    },
    [object, catalogue, onText, count, pause, t],
  )
  /** A filter that was typed as a whole goes into the address at once. */
  const type = useCallback(
    (typed: string) => {
      clearTimeout(timer.current)
      const next = filterOf(typed, object, catalogue)
      said.current = textOf(next, object, catalogue)
      setFilter(next)
      onText(said.current)
    },
    [object, catalogue, onText],
  )
  return { filter, change, type }
}
