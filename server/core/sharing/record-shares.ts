import { accessTopic, catalogueOf, permit, waysTo } from '#server/core/access/index.ts'
import { recordAudit } from '#server/core/audit/index.ts'
import type { Context } from '#server/core/context.ts'
import { Parameters, quoted } from '#server/core/expression/scope.ts'
import { run } from '#server/core/records/database.ts'
import { getRecord } from '#server/core/records/index.ts'
import { AppError } from '#shared/errors.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { Grantee, NewShare, Share } from '#shared/operations/sharing.ts'
import { checkGrantee, granteeOf, granteeText } from './grantee.ts'
import { announceShare } from './topic.ts'

interface ShareRow {
  readonly grantee: string
  readonly level: 'read' | 'edit'
  readonly shared_by: string | null
  readonly shared_at: Date
}

/** @throws AppError `unknown_object`, `record_missing` */
export async function listShares(cx: Context, name: string, id: string): Promise<Share[]> {
  const object = await seenObject(cx, name, id)
  const { pool, schema } = cx.workspace
  const { rows } = await pool.query<ShareRow>({
    text: `select grantee, level, shared_by, shared_at from ${schema}._record_share where object_key = $1 and record = $2
      order by shared_at, grantee`,
    values: [object.key, id],
  })
  return rows.map(({ grantee, level, shared_by, shared_at }) => ({
    grantee: granteeOf(grantee),
    level,
    sharedBy: shared_by,
    sharedAt: new Date(shared_at).toISOString(),
  }))
}

/** Whoever may change a record may share it. @throws AppError `record_missing`, `not_permitted`, `grantee_missing` */
export async function setShare(cx: Context, name: string, id: string, share: NewShare): Promise<Share[]> {
  const object = await changeableObject(cx, name, id)
  await checkGrantee(cx, share.grantee)
  const { pool, schema } = cx.workspace
  await pool.query({
    text: `insert into ${schema}._record_share (object_key, record, grantee, level, shared_by) values ($1, $2, $3, $4, $5)
      on conflict (object_key, record, grantee) do update set level = excluded.level, shared_by = excluded.shared_by, shared_at = now()`,
    values: [object.key, id, granteeText(share.grantee), share.level, cx.actor.id],
  })
  await recordAudit(cx, { kind: 'recordShared', object: name, record: id, details: { ...share } })
  announceFirstShare(cx, object)
  announceShare(cx, granteeText(share.grantee), object.name)
  return listShares(cx, name, id)
}

/** @throws AppError `record_missing`, `not_permitted` */
export async function endShare(cx: Context, name: string, id: string, grantee: Grantee): Promise<void> {
  const object = await changeableObject(cx, name, id)
  const { pool, schema } = cx.workspace
  await pool.query({
    text: `delete from ${schema}._record_share where object_key = $1 and record = $2 and grantee = $3`,
    values: [object.key, id, granteeText(grantee)],
  })
  await recordAudit(cx, { kind: 'recordShared', object: name, record: id, details: { ended: grantee } })
  announceShare(cx, granteeText(grantee), object.name)
}

/** Shares are read with the rows; what each process must learn is that an object has any. */
function announceFirstShare(cx: Context, object: CatalogueObject): void {
  if (!cx.access.sharedObjects.has(object.key)) cx.announce(accessTopic(cx.workspace.id))
}

async function seenObject(cx: Context, name: string, id: string): Promise<CatalogueObject> {
  const object = catalogueOf(cx).object(name)
  if ((await getRecord(cx, name, id, { fields: [] })) === undefined) throw new AppError('record_missing')
  return object
}

async function changeableObject(cx: Context, name: string, id: string): Promise<CatalogueObject> {
  const object = await seenObject(cx, name, id)
  permit(cx, 'update', object)
  const parameters = new Parameters()
  const ways = waysTo(cx, 'update', object, 't', parameters)
  if (ways === undefined) return object
  const text = `select t.id from ${cx.workspace.schema}.${quoted(object.table)} t
    where t.id = ${parameters.add(id, 'uuid')} and (${['false', ...ways.map(({ sql }) => sql)].join(' or ')})`
  const rows = await run(cx.workspace.pool, { text, values: parameters.values })
  if (rows.length === 0) throw new AppError('not_permitted')
  return object
}
