import { uniqueIndexName } from '#server/core/metadata/indexes.ts'
import { AppError, invalidInput } from '#shared/errors.ts'
import { digestColumn } from '#shared/fields/storage.ts'
import type { Language } from '#shared/language.ts'
import type { Catalogue, CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { Prepared } from './prepare.ts'

interface DatabaseRefusal {
  readonly code: string
  readonly constraint?: string
  readonly detail?: string
  readonly table?: string
}

export const isDatabaseRefusal = (error: unknown): error is DatabaseRefusal & Error =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.length === 5

/** SQLSTATEs after which the same work may well succeed: metadata changed meanwhile, deadlock, serialization. */
export const worthRetrying: ReadonlySet<string> = new Set(['KT001', '40P01', '40001'])

interface Surroundings {
  readonly object: CatalogueObject
  readonly catalogue: Catalogue
  readonly language: Language
  readonly rows: readonly Prepared[]
}

/** What PostgreSQL refused, in the caller's terms: which row, which field, which value. Other errors stay as they are. */
export function explain(error: unknown, surroundings: Surroundings): unknown {
  if (!isDatabaseRefusal(error)) return error
  if (error.code === '23505') return notUnique(error, surroundings)
  if (error.code === '23503') return missingTarget(error, surroundings)
  if (error.code === '54000') return new AppError('text_too_long', { most: 2_600 }, { cause: error })
  if (error.code.startsWith('22'))
    return new AppError('bad_request', { reason: error.message }, { cause: error })
  return error
}

/** `Key (code)=(A-1) already exists.` → the value between the second pair of parentheses. */
const valueIn = (detail: string | undefined): string => /\)=\((.*)\) /s.exec(detail ?? '')?.[1] ?? ''

function notUnique(error: DatabaseRefusal & Error, { object, rows, language }: Surroundings): unknown {
  const value = valueIn(error.detail)
  if (error.constraint?.endsWith('_pkey')) {
    const row = rows.find(({ id }) => id === value)
    const issues = row
      ? [{ path: `${row.path}/id`, code: 'id_taken' as const, parameters: { id: value } }]
      : []
    return new AppError('id_taken', { id: value }, { issues, cause: error })
  }
  const field = object.fields.find(({ key }) => error.constraint === uniqueIndexName(object.key, key))
  if (field === undefined) return error
  const held = field.encrypted === true ? digestColumn(field.key) : field.column
  const parameters = { label: field.label[language], value: field.encrypted === true ? '••••' : value }
  const row = rows.find(({ columns }) => columns[held] === value)
  const issues = row
    ? [{ path: `${row.path}/${field.wire}`, code: 'value_not_unique' as const, parameters }]
    : []
  return new AppError('value_not_unique', parameters, { issues, cause: error })
}

function missingTarget(error: DatabaseRefusal & Error, { object, rows, catalogue }: Surroundings): unknown {
  const id = valueIn(error.detail)
  const column = /Key \("?(\w+)"?\)=/.exec(error.detail ?? '')?.[1]
  const field = object.fields.find((candidate) =>
    candidate.type === 'relations'
      ? error.table === `_link_${object.key}_${candidate.key}`
      : candidate.column === column,
  )
  if (field === undefined) return error
  const row = rows.find(
    ({ columns, links }) => columns[field.column] === id || links.get(field.key)?.includes(id),
  )
  const target = catalogue.find(field.to ?? 'user')?.name ?? field.name
  return invalidInput([
    {
      path: `${row?.path ?? ''}/${field.wire}`,
      code: 'record_not_found',
      parameters: { id, object: target },
    },
  ])
}
