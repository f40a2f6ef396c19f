import { useMemo, useState } from 'react'
import { targetOf } from '#shared/expression/resolve.ts'
import { fits, titleOf, useFound } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { type Completion, completionsAt, quotedAs } from './completion.ts'
import { type Place, placeAt } from './place.ts'
import type { Ground } from './problem.ts'

interface CompletionInput {
  readonly text: string
  readonly caret: number
  readonly ground: Ground
  readonly open: boolean
}

/** What could be written at the caret, and what the text becomes with it. With something typed the best is at hand. */
export function useCompletion({ text, caret, ground, open }: CompletionInput) {
  const { language } = useMessages()
  const place = useMemo(() => placeAt(text, caret, ground), [text, caret, ground])
  const own = useMemo(() => completionsAt(place, ground, language), [place, ground, language])
  const titles = useTitles(place, ground, open)
  const items = titles.length > 0 ? titles : own
  const [chosen, setChosen] = useState<{ readonly place: Place; readonly index: number }>()
  const first = place.typed !== '' && place.kind !== 'operator' ? 0 : -1
  const index = chosen?.place === place ? chosen.index : first
  const active = Math.min(index, items.length - 1)
  return {
    items,
    active,
    shown: open && items.length > 0,
    move: (step: number) =>
      setChosen({ place, index: (active + step + items.length) % Math.max(1, items.length) }),
    take: (at: number) => {
      const item = items[at]
      if (item === undefined) return undefined
      const after = text.slice(caret)
      // A quotation that is there already is not closed twice.
      const closed = place.kind === 'text' && after.startsWith(item.insert.slice(-1)) ? after.slice(1) : after
      const before = text.slice(0, place.from) + item.insert
      return { text: before + closed, caret: before.length - (item.back ?? 0) }
    },
  }
}

/** Records of a relation by their titles, where one is named: `company = "华`. */
function useTitles(place: Place, ground: Ground, open: boolean): readonly Completion[] {
  const named = place.kind === 'text' ? place.against : undefined
  const field = named?.type === 'record' ? named.steps.at(-1)?.field : undefined
  const target = field && targetOf(field, ground.catalogue)
  const { records, loading } = useFound(target?.name ?? '', place.typed, open && target !== undefined)
  if (target === undefined || place.kind !== 'text') return []
  const quoted = quotedAs(place.opening)
  const titles = records.map((record) => titleOf(target, record))
  // Enter takes the first: until the answer is there, only what has the letters that are typed.
  const fit = loading ? titles.filter((title) => fits(title, place.typed)) : titles
  return fit.map((title) => ({ kind: 'record', label: title, detail: '', insert: quoted(title) }))
}
