import { dayLength, printDay } from '#shared/fields/calendar.ts'
import { useCatalogue, useLocale, useUpdateField, type Values } from '#web/data/index.ts'
import { showToast } from '#web/design/toast-store.ts'
import { titleOf, useFormat } from '#web/fields/index.ts'
import { shortDate } from '#web/fields/short-date.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { type Entry, movedValues, resizedValues, type Slot } from './entry.ts'
import { clockOf } from './words.ts'

/** Moves and stretches entries: shown at once, undone by the toast or its key, taken back where it is refused. */
export function useEntryWrites() {
  const { t } = useMessages()
  const locale = useLocale()
  const catalogue = useCatalogue()
  const format = useFormat()
  const update = useUpdateField({
    onProblem: (error) => showToast(error.errors[0]?.message ?? error.detail, { tone: 'problem' }),
    // What another made of it stays until the person says otherwise, with both in view.
    onConflict: ({ edit, theirs, mine }) => {
      const object = catalogue.object(edit.object)
      const fields = Object.keys(mine).flatMap((wire) => object.fieldByWire.get(wire) ?? [])
      const said = (values: Values) => fields.map((field) => format(field, values[field.wire])).join('–')
      const message = t('calendar.conflict', {
        name: titleOf(object, theirs),
        theirs: said(theirs),
        mine: said(mine),
      })
      const useMine = () => update.mutate({ ...edit, record: theirs })
      showToast(message, { tone: 'problem', action: { title: t('calendar.useMine'), run: useMine } })
    },
  })
  const write = ({ source, record }: Entry, values: Values, message: string) => {
    const same = Object.entries(values).every(([wire, value]) => record[wire] === value)
    if (!same) update.mutate({ object: source.name, record, values, message })
  }
  const dayOf = (at: number) => shortDate(printDay(Math.floor(at / dayLength)) ?? '', locale)
  return {
    move(entry: Entry, { from }: Pick<Slot, 'from'>) {
      const when = entry.allDay ? dayOf(from) : `${dayOf(from)} ${clockOf(from)}`
      const message = t('calendar.moved', { name: entry.title, when })
      write(entry, movedValues(entry, from, locale.timeZone), message)
    },
    resize(entry: Entry, { to }: Pick<Slot, 'to'>) {
      const when = entry.allDay
        ? `${dayOf(entry.from)}–${dayOf(to - 1)}`
        : `${clockOf(entry.from)}–${clockOf(to)}`
      const message = t('calendar.resized', { name: entry.title, when })
      write(entry, resizedValues(entry, to, locale.timeZone), message)
    },
  }
}
