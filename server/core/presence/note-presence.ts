import { catalogueOf, permit } from '#server/core/access/index.ts'
import { memberOf } from '#server/core/access/member.ts'
import type { Context } from '#server/core/context.ts'
import { getRecord } from '#server/core/records/index.ts'
import { type PresentPerson, presentFor } from '#shared/operations/presence.ts'
import { endPresence } from './end-presence.ts'
import { announcePresence, type Place } from './topic.ts'

interface Row {
  readonly was_object: string | null
  readonly was_record: string | null
  readonly was_gone: boolean | null
  readonly people: PresentPerson[]
}

/**
 * Notes that a tab of the asker shows a place, and tells others when it did not a moment ago.
 * @returns who else looks at it, each once; nobody where there is no record to be seen
 * @throws AppError `unknown_object`, `not_permitted`
 */
export async function notePresence(cx: Context, tab: string, place: Place): Promise<PresentPerson[]> {
  const userId = memberOf(cx)
  const catalogue = catalogueOf(cx)
  const object = catalogue.object(place.object)
  permit(cx, 'read', object)
  if (place.id !== null && (await getRecord(cx, object.name, place.id, { fields: [] })) === undefined) {
    await endPresence(cx, tab)
    return []
  }
  const { schema } = cx.workspace
  const { rows } = await cx.workspace.pool.query<Row>({
    text: `with was as (
        select object_key, record_id, seen_at < now() - $5 * interval '1 ms' as gone
        from ${schema}._presence where user_id = $1 and tab = $2
      ), noted as (
        insert into ${schema}._presence (user_id, tab, object_key, record_id, seen_at) values ($1, $2, $3, $4, now())
        on conflict (user_id, tab) do update
          set object_key = excluded.object_key, record_id = excluded.record_id, seen_at = excluded.seen_at
      )
      select (select object_key from was) as was_object, (select record_id from was) as was_record,
        (select gone from was) as was_gone,
        coalesce((
          select json_agg(json_build_object('id', u.id, 'name', u.name) order by u.id)
          from ${schema}."user" u
          where u.id <> $1 and u.id in (
            select p.user_id from ${schema}._presence p
            where p.object_key = $3 and p.record_id is not distinct from $4
              and p.seen_at > now() - $5 * interval '1 ms')
        ), '[]') as people`,
    values: [userId, tab, object.key, place.id, presentFor],
  })
  const { was_object, was_record, was_gone, people } = rows[0]!
  const moved = was_object !== object.key || was_record !== place.id
  const left = was_object === null || !moved ? undefined : catalogue.byKey(was_object)
  if (left !== undefined) announcePresence(cx, { object: left.name, id: was_record })
  if (moved || was_gone === true) announcePresence(cx, { object: object.name, id: place.id })
  return people
}
