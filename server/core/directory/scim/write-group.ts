import type { Context } from '#server/core/context.ts'
import { createRecords, deleteRecords, updateRecords } from '#server/core/records/index.ts'
import { uuidv7 } from '#shared/uuid.ts'
import type { GroupChange } from './group-input.ts'
import { changeMembers } from './group-members.ts'
import { findGroup, type GroupRow, listGroups } from './group-rows.ts'
import { missing, ScimRefusal } from './refusal.ts'

/** @throws ScimRefusal uniqueness */
export async function createGroup(
  cx: Context,
  change: GroupChange & { readonly name: string },
): Promise<GroupRow> {
  const { name, externalId = null, members } = change
  await requireFree(cx, name, undefined)
  const id = uuidv7()
  await createRecords(cx, 'team', [{ id, name }], { idsOnly: true, single: true })
  await keepExternalId(cx, id, externalId)
  await changeMembers(cx, id, { add: [...members] })
  return present(cx, id)
}

export async function changeGroup(cx: Context, row: GroupRow, change: GroupChange): Promise<GroupRow> {
  const { id } = row
  const { name = row.name, externalId = row.externalId, members } = change
  if (name !== row.name) {
    await requireFree(cx, name, id)
    await updateRecords(cx, 'team', [{ id, name }], { idsOnly: true, single: true })
  }
  if (externalId !== row.externalId) await keepExternalId(cx, id, externalId)
  const before = new Set(row.members?.map((member) => member.id))
  await changeMembers(cx, id, {
    add: [...members.difference(before)],
    remove: [...before.difference(members)],
  })
  return present(cx, id)
}

/** Into the recycle bin, with nobody in it. */
export async function deleteGroup(cx: Context, row: GroupRow): Promise<void> {
  await changeMembers(cx, row.id, { remove: row.members?.map((member) => member.id) ?? [] })
  await deleteRecords(cx, 'team', [row.id])
}

async function requireFree(cx: Context, name: string, own: string | undefined): Promise<void> {
  const byName = { op: 'eq', attrPath: 'displayName', compValue: name } as const
  const { rows } = await listGroups(cx, byName, { startIndex: 1, count: 2 }, false)
  const other = rows.find(({ id }) => id !== own)
  if (other !== undefined) throw new ScimRefusal(409, `${name} is taken by group ${other.id}`, 'uniqueness')
}

async function keepExternalId(cx: Context, id: string, externalId: string | null): Promise<void> {
  const { pool, schema } = cx.workspace
  await pool.query({
    text: `insert into ${schema}._directory_link (source, kind, subject, record_id, details)
      values ('scim', 'department', $1::uuid::text, $1, $2)
      on conflict (source, kind, record_id) do update set details = excluded.details`,
    values: [id, JSON.stringify(externalId === null ? {} : { externalId })],
  })
}

async function present(cx: Context, id: string): Promise<GroupRow> {
  const row = await findGroup(cx, id)
  if (row === undefined) throw missing('Group', id)
  return row
}
