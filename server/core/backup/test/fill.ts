import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Context } from '#server/core/context.ts'
import { createFolderStore, dropFile, keepFile } from '#server/core/files/index.ts'
import { createField, createObject, deleteField, deleteObject } from '#server/core/metadata/index.ts'
import { createRecords, deleteRecords, updateRecords } from '#server/core/records/index.ts'
import type { Workspace } from '#server/core/workspaces/index.ts'
import { sameInAllLanguages as label } from '#shared/language.ts'
import type { Side } from './side.ts'

/** Every kind of column, and what changes of metadata leave behind. */
export async function fill(cx: Context, filesFolder: string): Promise<void> {
  const { workspace } = cx
  await createObject(cx, {
    name: 'vehicle',
    label: label('Vehicle'),
    fields: [
      { name: 'name', type: 'text', label: label('Name'), required: true },
      { name: 'number', type: 'autoNumber', label: label('Number'), prefix: 'V-', digits: 4 },
      { name: 'plate', type: 'text', label: label('Plate'), unique: true },
      { name: 'price', type: 'money', label: label('Price') },
      { name: 'companies', type: 'relations', label: label('Companies'), to: 'company' },
      { name: 'phone', type: 'phone', label: label('Phone') },
      { name: 'notes', type: 'longText', label: label('Notes') },
      { name: 'papers', type: 'file', label: label('Papers') },
      { name: 'tags', type: 'tags', label: label('Tags') },
      { name: 'extra', type: 'json', label: label('Extra') },
      { name: 'old', type: 'relation', label: label('Old'), to: 'company' },
    ],
  })
  await createObject(cx, {
    name: 'passing',
    label: label('Passing'),
    fields: [{ name: 'name', type: 'text', label: label('Name') }],
  })
  const { ids } = await createRecords(cx, 'company', [{ name: '华为 技术 \\N' }, { name: '\\.' }])
  const files = createFolderStore(filesFolder)
  const paper = await keepFile(cx, files, 'paper.bin', Readable.from([Buffer.alloc(300_000, 7)]))
  await keepFile(cx, files, 'same.bin', Readable.from([Buffer.alloc(300_000, 7)]))
  await keepFile(cx, files, 'empty.txt', Readable.from([]))
  const dropped = await keepFile(cx, files, 'dropped.txt', Readable.from([Buffer.from('gone')]))
  await dropFile({ ...cx, source: 'system' }, files, dropped.id)
  const vehicles = await createRecords(
    cx,
    'vehicle',
    Array.from({ length: 500 }, (_, index) => ({
      name: `车辆 ${index}`,
      plate: `苏E${index}`,
      price: `${index}.10`,
      currency: index % 2 ? 'USD' : 'CNY',
      companyIds: ids.slice(0, index % 3),
      phone: '0512-62884100转801',
      notes: index % 7 ? null : 'é\ttab\nline \u2028 \\. "quoted"',
      papers: index % 50 ? null : paper.id,
      tags: ['a', '{b}', 'c,d'],
      extra: { deep: [null, { x: 1.5 }] },
      oldId: ids[0],
    })),
  )
  await createField(cx, 'company', { name: 'vehicle', type: 'relation', label: label('V'), to: 'vehicle' })
  await createField(cx, 'company', { name: 'score', type: 'number', label: label('Score') })
  await updateRecords(cx, 'company', [{ id: ids[1], vehicleId: vehicles.ids[3], score: 12.25 }])
  await deleteField(cx, 'vehicle', 'old')
  await createRecords(cx, 'passing', [{ name: 'gone soon' }])
  await deleteObject(cx, 'passing')
  await deleteRecords(cx, 'vehicle', [vehicles.ids[9]!])
  // What a field of another type left behind, and a change of a month that has passed.
  const owner = await workspace.connectAsOwner()
  await owner.query(
    `alter table ${workspace.schema}.vehicle add column _gone_e164 text;
     update ${workspace.schema}.vehicle set _gone_e164 = '+86' || name;
     create table ${workspace.schema}._change_2026_01 partition of ${workspace.schema}._change
       for values from ('2026-01-01') to ('2026-02-01');
     revoke update, delete, truncate on ${workspace.schema}._change_2026_01 from ${workspace.schema};
     insert into ${workspace.schema}._change (at, object, record, version, action, source)
       values ('2026-01-15', 'company', '${ids[0]}', 1, 'create', 'api')`,
  )
  await owner.end()
}

/** An account with all that the platform keeps of one. */
export async function people({ platform: { pool } }: Side, workspaces: readonly Workspace[]): Promise<void> {
  const account = randomUUID()
  await pool.query(
    `insert into kith.account (id, name, email, internal_address) values ($1, '王芳', 'wang@example.com', $2)`,
    [account, `${account}@account.invalid`],
  )
  await pool.query(
    `insert into kith.credential (id, account_id, provider, provider_account_id, password)
     values ($1, $2::uuid, 'credential', $2::uuid::text, 'a hash')`,
    [randomUUID(), account],
  )
  for (const { id } of workspaces) {
    await pool.query(
      `insert into kith.membership (account_id, workspace_id, user_id, actor_id, role) values ($1, $2, $3, $4, 'admin')`,
      [account, id, randomUUID(), randomUUID()],
    )
    await pool.query(
      `insert into kith.api_key (id, account_id, workspace_id, actor_id, name, prefix, secret_sha256)
       values ($1, $2, $3, $4, 'Key', 'kith_abc', sha256(convert_to($5, 'UTF8')))`,
      [randomUUID(), account, id, randomUUID(), id],
    )
  }
  await pool.query(
    `insert into kith.session (id, account_id, token, expires_at) values ($1, $2, 'secret', now() + interval '1 day')`,
    [randomUUID(), account],
  )
}
