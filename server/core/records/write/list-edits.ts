import { catalogueOf } from '#server/core/access/index.ts'
import { quoted } from '#server/core/expression/scope.ts'
import { type Issue, invalidInput, isErrorCode } from '#shared/errors.ts'
import type { FieldTypeName } from '#shared/fields/field-type.ts'
import { parseValue } from '#shared/fields/index.ts'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { run } from '../database.ts'
import { unknownField } from '../projection.ts'
import { updating } from './change.ts'
import type { Verb } from './pipeline.ts'
import { tableOf } from './prepare.ts'

type Lists = Readonly<Record<string, readonly string[]>>

/** What lists gain and lose, by wire name; what else stands in them stays. */
export interface ListEdits {
  readonly add?: Lists | undefined
  readonly remove?: Lists | undefined
}

const listTypes: ReadonlySet<FieldTypeName> = new Set(['tags', 'multiSelect'])

/**
 * Changes records by ids, and lists of them by single values. The lists are read under the lock under which they are
 * written, so that nobody's words are lost. A value given to the whole field comes first, then what is taken away.
 * @throws AppError with an issue for a field that is no list, and for a list that would be refused as a whole
 */
export const editingLists = ({ add = {}, remove = {} }: ListEdits): Verb => ({
  ...updating({ idsOnly: true }),
  async complete(cx, client, plan, rows) {
    const fields = listFields(catalogueOf(cx).byKey(plan.object.key)!, { add, remove })
    if (fields.length === 0) return
    const columns = fields.map(({ column }) => `'${column}', t.${quoted(column)}`).join(', ')
    const text = `select t.id, json_build_object(${columns})::text from ${tableOf(cx, plan)} t
      where t.id = any($1::uuid[]) and t.deleted_at is null order by t.id for update`
    const found = await run(client, { text, values: [rows.map(({ id }) => id)] })
    const lists = new Map(
      found.map(([id, json]) => [id, JSON.parse(json ?? '{}') as Record<string, unknown>]),
    )
    for (const row of rows) {
      for (const field of fields) {
        const { column, wire } = field
        const before = (row.columns[column] ?? lists.get(row.id)?.[column] ?? []) as readonly string[]
        const gone = new Set(remove[wire])
        const kept = before.filter((value) => !gone.has(value))
        const parsed = parseValue(field, [...new Set([...kept, ...(add[wire] ?? [])])])
        if (!parsed.ok) {
          const { code, parameters } = parsed.refusal
          throw refusal(`/add/${wire}`, isErrorCode(code) ? code : 'wrong_type', parameters)
        }
        row.columns[column] = parsed.value
      }
    }
  },
})

function listFields(object: CatalogueObject, edits: Required<ListEdits>): readonly Field[] {
  const fields = new Set<Field>()
  for (const [member, lists] of Object.entries(edits)) {
    for (const wire of Object.keys(lists ?? {})) {
      const field = object.fieldByWire.get(wire)
      const path = `/${member}/${wire.replaceAll('~', '~0').replaceAll('/', '~1')}`
      if (field === undefined) throw refusal(path, 'unknown_field', unknownField(object, wire).parameters)
      if (!field.writable) throw refusal(path, 'read_only_field', { name: wire })
      if (!listTypes.has(field.type))
        throw refusal(path, 'wrong_type', { expected: [...listTypes].join(', ') })
      fields.add(field)
    }
  }
  return [...fields]
}

const refusal = (path: string, code: Issue['code'], parameters: Issue['parameters']) =>
  invalidInput([{ path, code, ...(parameters !== undefined && { parameters }) }])
