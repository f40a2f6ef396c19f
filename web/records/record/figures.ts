import type { Locale } from '#shared/fields/field-type.ts'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { dayDistance } from './day-distance.ts'
import { identityFields } from './identity-fields.ts'

/** A date with what it means today. */
interface DateFigure {
  readonly field: Field
  /** Days from today; undefined of what is no date. */
  readonly distance: number | undefined
  /** It should have happened by now. */
  readonly late: boolean
}

const isBlank = (value: unknown): boolean => value === null || value === undefined || value === ''

/** Dates by which something is to be done. */
const due: ReadonlySet<string> = new Set(['nextActivityAt', 'dueAt', 'closeDate', 'remindAt'])
/** Dates that are further away say nothing about today. */
const furthest = 500

/** The record's own figures that are filled in, the weightiest first. */
export function ownFigures(
  object: CatalogueObject,
  record: RecordData,
  locale: Locale,
): readonly DateFigure[] {
  const closed = !isBlank(record.closedAt) || record.status === 'done' || record.status === 'cancelled'
  return identityFields(object)
    .figures.filter((field) => !isBlank(record[field.wire]))
    .map((field) => {
      const isDate = field.type === 'date' || field.type === 'dateTime'
      const distance = isDate ? dayDistance(String(record[field.wire]), locale) : undefined
      return { field, distance, late: !closed && due.has(field.name) && (distance ?? 0) < 0 }
    })
    .filter(({ distance }) => distance === undefined || Math.abs(distance) <= furthest)
}
