import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'

/** Fields of an object that tell how its records are getting on; undefined where it has none. */
export interface Signs {
  /** By when it should be done. */
  readonly deadline: Field | undefined
  readonly nextAt: Field | undefined
  readonly lastAt: Field | undefined
  /** Filled once it is over. */
  readonly closedAt: Field | undefined
  /** A choice that can say that it is over. */
  readonly status: Field | undefined
}

export type Risk = {
  readonly kind: 'late' | 'nextLate' | 'silent'
  readonly days: number
}

/** Values of a status that end a record, in shipped objects and in most that people make. */
const endings: ReadonlySet<string> = new Set([
  'done',
  'completed',
  'closed',
  'cancelled',
  'canceled',
  'converted',
  'won',
  'lost',
])

/** Whether a record is still being worked on, as far as its own fields tell. */
export const isOngoing = (record: RecordData, { closedAt, status }: Signs): boolean =>
  (closedAt === undefined || typeof record[closedAt.wire] !== 'string') &&
  (status === undefined || !endings.has(String(record[status.wire])))

/** Days without contact from which on it is said. */
const silentAfter = 14

export function signsOf(object: CatalogueObject): Signs {
  const moment = (name: string) => {
    const field = object.fieldByName.get(name)
    return field?.type === 'date' || field?.type === 'dateTime' ? field : undefined
  }
  return {
    deadline: moment(object.rateDate ?? '') ?? moment('dueAt') ?? moment('dueDate') ?? moment('deadline'),
    nextAt: moment('nextActivityAt'),
    lastAt: moment('lastActivityAt'),
    closedAt: moment('closedAt') ?? moment('completedAt'),
    status: object.fields.find(
      ({ type, options }) => type === 'select' && options?.some(({ value }) => endings.has(value)) === true,
    ),
  }
}

/** The person's day: its date, and when it began (milliseconds since 1970). */
export interface Today {
  readonly date: string
  readonly began: number
}

/** Why a card is at risk, the gravest first; asked only of what is still being worked on. */
export function risksOf(
  record: RecordData,
  { deadline, nextAt, lastAt }: Signs,
  today: Today,
): readonly Risk[] {
  const since = (field: Field | undefined) => daysSince(field && record[field.wire], today)
  const [late, nextLate, silent] = [since(deadline), since(nextAt), since(lastAt)]
  return [
    ...(late > 0 ? [{ kind: 'late' as const, days: late }] : []),
    ...(nextLate > 0 ? [{ kind: 'nextLate' as const, days: nextLate }] : []),
    ...(silent > silentAfter ? [{ kind: 'silent' as const, days: silent }] : []),
  ]
}

const dayLength = 86_400_000

/** Days from a date or a moment to today; 0 where there is none, or it is still to come. */
function daysSince(value: unknown, { date, began }: Today): number {
  if (typeof value !== 'string') return 0
  // A moment of yesterday evening is a day ago this morning.
  const passed = value.length === 10 ? Date.parse(date) - Date.parse(value) : began - Date.parse(value)
  return Math.max(0, Math.ceil(passed / dayLength))
}
