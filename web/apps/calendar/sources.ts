import type { Label } from '#shared/language.ts'
import type { Catalogue } from '#shared/metadata/catalogue.ts'
import type { Creatable } from '#web/records/calendar/create-card.tsx'
import type { CalendarSource } from '#web/records/calendar/entry.ts'

/** Kinds of activities that are arranged beforehand: the others are written down after they happened. */
const held = ['meeting', 'visit', 'call'] as const

const shown = [
  {
    object: 'activity',
    start: 'occurredAt',
    end: 'endsAt',
    colorBy: 'kind',
    all: 'kind != "note"',
    mine: 'owner = me()',
  },
  {
    object: 'task',
    start: 'dueAt',
    end: undefined,
    colorBy: 'status',
    all: 'status in ("open", "inProgress", "done")',
    mine: 'assignee = me()',
  },
] as const

/** What the calendar of a person, or of everybody, shows. */
export const sourcesOf = (catalogue: Catalogue, everyone: boolean): readonly CalendarSource[] =>
  shown.flatMap(({ object: name, start, end, colorBy, all, mine }) => {
    const object = catalogue.find(name)
    const begins = object?.fieldByName.get(start)
    if (object === undefined || begins === undefined) return []
    return {
      object,
      start: begins,
      end: end && object.fieldByName.get(end),
      colorBy: object.fieldByName.get(colorBy),
      filter: [all, everyone ? '' : mine].filter((part) => part !== '').join(' and '),
      search: '',
    }
  })

/** What can be made in it: kinds of activities, and a task. */
export const creatableOf = (
  catalogue: Catalogue,
  sources: readonly CalendarSource[],
  label: (label: Partial<Label> | undefined) => string,
): readonly Creatable[] =>
  sources.flatMap((source): readonly Creatable[] => {
    const { object } = source
    if (object.name === 'task')
      return [{ key: object.name, label: label(catalogue.find('task')?.label), source, values: {} }]
    const options = object.fieldByName.get('kind')?.options ?? []
    return held.flatMap((kind) => {
      const option = options.find(({ value }) => value === kind)
      return option === undefined ? [] : [{ key: kind, label: label(option.label), source, values: { kind } }]
    })
  })
