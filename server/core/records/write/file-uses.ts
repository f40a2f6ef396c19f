import { visibleRows } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { Parameters } from '#server/core/expression/scope.ts'
import { filesLinkedIn } from '#shared/fields/file-links.ts'
import type { Field } from '#shared/metadata/catalogue.ts'
import { type Runner, run } from '../database.ts'
import type { WritePlan } from './plan.ts'
import type { WriteRow } from './step.ts'

interface FileUse {
  readonly file: string
  readonly record: string
  readonly field: string
}

/** Which files these rows will carry, by what is written of them. */
export const filesIn = (plan: WritePlan, rows: readonly WriteRow[]): FileUse[] =>
  plan.files.length === 0
    ? []
    : rows.flatMap((row) =>
        plan.files.flatMap((field) =>
          [...named(field, row)].map((file) => ({ file, record: row.id, field: field.key })),
        ),
      )

function named(field: Field, { columns, links }: WriteRow): Iterable<string> {
  if (field.type === 'relations') return links.get(field.key) ?? []
  const value = columns[field.column]
  if (typeof value !== 'string') return []
  return field.type === 'file' || field.type === 'relation' ? [value] : filesLinkedIn(value)
}

/**
 * Notes which files the rows carry: who may read a row may have them from now on. To name a file that the writer may not
 * have gives it to nobody.
 */
export async function noteFiles(
  cx: Context,
  client: Runner,
  plan: WritePlan,
  uses: readonly FileUse[],
): Promise<void> {
  if (uses.length === 0) return
  const file = cx.workspace.catalogue().byKey('file')
  if (file === undefined) return
  const { schema } = cx.workspace
  const parameters = new Parameters()
  const visible = visibleRows(cx, file, 't', parameters)
  const text = `insert into ${schema}._file_use (file, object_key, record, field_key)
    select distinct u.file, ${parameters.add(plan.object.key, 'text')}, u.record, u.field
    from json_to_recordset(${parameters.add(JSON.stringify(uses), 'json')}) as u(file uuid, record uuid, field text)
    join ${schema}.file t on t.id = u.file${visible === undefined ? '' : ` and ${visible}`}
    on conflict do nothing`
  await run(client, { text, values: parameters.values })
}
