import type { Workspace } from '#server/core/workspaces/workspace.ts'

type LinkKind = 'person' | 'department'

export interface Link {
  readonly subject: string
  readonly recordId: string
  readonly left: boolean
}

/** What of a source is known here, by its own ids. */
export async function linksOf(
  { pool, schema }: Workspace,
  source: string,
  kind: LinkKind,
): Promise<Map<string, Link>> {
  const { rows } = await pool.query<Link>({
    text: `select subject, record_id as "recordId", left_at is not null as left
      from ${schema}._directory_link where source = $1 and kind = $2`,
    values: [source, kind],
  })
  return new Map(rows.map((link) => [link.subject, link]))
}

/** Keeps links; one that is there already stays as it is. */
export async function keepLinks(
  { pool, schema }: Workspace,
  source: string,
  kind: LinkKind,
  links: readonly Pick<Link, 'subject' | 'recordId'>[],
): Promise<void> {
  if (links.length === 0) return
  await pool.query({
    text: `insert into ${schema}._directory_link (source, kind, subject, record_id)
      select $1, $2, l.subject, l.id from unnest($3::text[], $4::uuid[]) as l (subject, id) on conflict do nothing`,
    values: [source, kind, links.map(({ subject }) => subject), links.map(({ recordId }) => recordId)],
  })
}

/** Forgets links whose record was refused. */
export async function dropLinks(
  { pool, schema }: Workspace,
  source: string,
  kind: LinkKind,
  recordIds: readonly string[],
): Promise<void> {
  if (recordIds.length === 0) return
  await pool.query({
    text: `delete from ${schema}._directory_link where source = $1 and kind = $2 and record_id = any($3::uuid[])`,
    values: [source, kind, recordIds],
  })
}

/** Notes that the source ended a membership, or took it up again. */
export async function markLeft(
  { pool, schema }: Workspace,
  source: string,
  recordId: string,
  left: boolean,
): Promise<void> {
  await pool.query({
    text: `update ${schema}._directory_link set left_at = case when $3 then now() end
      where source = $1 and kind = 'person' and record_id = $2`,
    values: [source, recordId, left],
  })
}
