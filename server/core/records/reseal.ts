import { withKeys } from '#server/core/encryption/sealed-json.ts'
import { quoted } from '#server/core/expression/scope.ts'
import type { Workspace } from '#server/core/workspaces/workspace.ts'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { run } from './database.ts'

/** Values of one statement: a short one, so that its rows are not held from those who write. */
const batch = 500

/**
 * Seals anew, under the workspace's present key, what an earlier one sealed in its records, deleted ones too. Records keep their
 * version, since they say what they said; whoever writes at the same time comes first. What is interrupted is taken up by the next call.
 * @returns how many values were sealed anew
 */
export async function resealRecords(workspace: Workspace): Promise<number> {
  let count = 0
  for (const object of workspace.catalogue().objects)
    for (const field of object.fields)
      if (field.encrypted === true) count += await resealField(workspace, object, field)
  return count
}

async function resealField(workspace: Workspace, object: CatalogueObject, field: Field): Promise<number> {
  const table = `${workspace.schema}.${quoted(object.table)}`
  const column = quoted(field.column)
  let count = 0
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await run(workspace.pool, {
      text: `select id, ${column} from ${table} where id > $1 and ${column} not like $2 order by id limit ${batch}`,
      values: [after, `${workspace.keys().current}.%`],
    })
    if (rows.length === 0) return count
    after = rows.at(-1)![0]!
    const sealed = await withKeys(workspace, (keys) =>
      rows.map(([id, was]) => {
        const place = { object: object.key, field: field.key, record: id! }
        return { id, was, next: keys().seal(keys().open(was!, place), place) }
      }),
    )
    const done = await run(workspace.pool, {
      text: `update ${table} t set ${column} = i.next from json_to_recordset($1::json) as i(id uuid, was text, next text)
        where t.id = i.id and t.${column} = i.was returning t.id`,
      values: [JSON.stringify(sealed)],
    })
    count += done.length
  }
}
