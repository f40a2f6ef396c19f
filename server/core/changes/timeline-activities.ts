import { catalogueOf, visibleRows } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { Parameters, quoted } from '#server/core/expression/scope.ts'
import { linkTableName } from '#server/core/metadata/columns.ts'
import { run } from '#server/core/records/database.ts'
import { mayJson } from '#server/core/records/own-may.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { TimelineActivity } from '#shared/operations/timeline.ts'
import type { Found, Reference } from './timeline-entry.ts'
import { actorOf } from './timeline-names.ts'
import { afterSql, momentSql, newestFirst, printedMoment, type Stretch } from './timeline-place.ts'
import { holdsSearch } from './timeline-search.ts'
import type { Subjects } from './timeline-subjects.ts'

interface ActivityQuery extends Stretch {
  readonly subjects: Subjects
  readonly kinds: readonly string[] | undefined
  readonly words: readonly string[]
  readonly may: boolean
}

/** From so many records on the newest activities of all are looked through first: theirs are likely among them. */
const manySubjects = 100
/** How many of them: as quick as a few dozen records looked up one by one. */
const newestOfAll = 2_000

const at = 'coalesce(t.occurred_at, t.created_at)'
const id = `'a' || t.id::text`

/** Activities about any of the subjects, by when they occurred; done by their owner, whoever wrote them down. */
export async function activitiesAbout(cx: Context, query: ActivityQuery): Promise<Found[]> {
  const object = catalogueOf(cx).byKey('activity')
  if (!object?.fieldByKey.has('regarding')) return []
  const hasOrder = cx.workspace.hasIndex(object.key, 'occurred_at', 'sort')
  if (query.subjects.ids.length >= manySubjects && hasOrder) {
    const found = await read(cx, object, query, amongNewest)
    if (found.length === query.most) return found
  }
  return read(cx, object, query, lookedUp)
}

/** SQL: ids and times of the activities that meet the conditions on `t`; each may come more than once. */
type Source = (table: string, query: ActivityQuery, where: string, parameters: Parameters) => string

/** Each subject's own, by the index of what activities are about. Not flattened: the planner would read all of them. */
const lookedUp: Source = (table, { subjects }, where, parameters) =>
  `select t.id, t.at from unnest(${parameters.add(subjects.ids, 'uuid[]')}) s(id)
    cross join lateral (
      select t.id, ${at} as at from ${table} t
      where t.regarding @> jsonb_build_array(jsonb_build_object('id', s.id)) and t.deleted_at is null and ${where} offset 0
    ) t`

/** None at all where some have no time: they stand elsewhere in the order. */
const amongNewest: Source = (table, { subjects, place }, where, parameters) => {
  const from = place === undefined ? '' : `and t.occurred_at <= ${parameters.add(place.at, 'timestamptz')}`
  return `select t.id, ${at} as at from (
      select t.* from ${table} t where t.deleted_at is null and t.occurred_at is not null ${from}
      order by t.occurred_at desc, t.id desc limit ${newestOfAll}
    ) t
    where ${where} and exists (
      select 1 from jsonb_array_elements(t.regarding) r where (r ->> 'id')::uuid = any(${parameters.add(subjects.ids, 'uuid[]')})
    ) and not exists (select 1 from ${table} n where n.occurred_at is null and n.deleted_at is null)`
}

async function read(
  cx: Context,
  object: CatalogueObject,
  query: ActivityQuery,
  source: Source,
): Promise<Found[]> {
  const { schema } = cx.workspace
  const table = `${schema}.${quoted(object.table)}`
  const parameters = new Parameters()
  const rows = visibleRows(cx, object, 't', parameters)
  const known = (key: string, sql: string, without = 'null'): string =>
    object.fieldByKey.has(key) ? sql : without
  const where = [
    afterSql(query, at, id, parameters),
    holdsSearch(`concat_ws(' ', t.subject, ${known('body', 't.body')})`, query.words, parameters),
    ...(query.kinds === undefined ? [] : [`t.kind = any(${parameters.add(query.kinds, 'text[]')})`]),
    ...(rows === undefined ? [] : [rows]),
  ].join(' and ')
  const may = query.may ? mayJson(cx, object, 't', parameters) : undefined
  const text = `select ${momentSql('p.at')}, t.id, json_build_object(
      'kind', ${known('kind', 't.kind', `'other'`)}, 'outcome', ${known('outcome', 't.outcome')}, 'subject', t.subject,
      'body', ${known('body', 't.body')}, 'endsAt', ${known('ends_at', momentSql('t.ends_at'))},
      'participants', ${known('participants', 't.participants')}, 'files', ${filesSql(cx, object)}, 'version', t.version
    )::text, t.regarding::text, ${may ?? 'null'}::text, coalesce(o.id, u.id), coalesce(o.name, u.name), case when o.id is null then u.kind else 'user' end
    from (
      select t.id, t.at from (select distinct s.id, s.at from (${source(table, query, where, parameters)}) s) t
      order by ${newestFirst('t.at', id)} limit ${query.most}
    ) p join ${table} t on t.id = p.id left join ${schema}."actor" u on u.id = t.created_by
    left join ${schema}."user" o on o.id = t.owner_id
    order by ${newestFirst('p.at', id)}`
  const read = await run(cx.workspace.queryPool, { text, values: parameters.values })
  return read.map((row) => foundOf(row, object.name))
}

/** SQL: ids of the files of `t`, where activities still have such a field. */
function filesSql(cx: Context, object: CatalogueObject): string {
  const field = object.fieldByKey.get('files')
  if (field?.type !== 'relations') return `'[]'::json`
  const links = `${cx.workspace.schema}.${quoted(linkTableName(object.key, field.key))}`
  return `coalesce((select json_agg(l.target order by l.position) from ${links} l where l.source = t.id), '[]')`
}

type Kept = Omit<TimelineActivity, 'participants'> & { readonly participants: Reference[] | null }

function foundOf(row: readonly (string | null)[], object: string): Found {
  const [moment, recordId, json, regarding, may, ...actor] = row
  const { participants, ...activity } = JSON.parse(json!) as Kept
  const about = JSON.parse(regarding ?? '[]') as Reference[]
  const present = participants ?? []
  return {
    moment: moment!,
    id: `a${recordId}`,
    references: [...about, ...present],
    print: (names) => ({
      kind: 'activity',
      object,
      recordId: recordId!,
      title: activity.subject,
      actor: actorOf(actor),
      about: about.filter(names.seen).map(names.named),
      ...(may != null && { $may: JSON.parse(may) }),
      activity: {
        ...activity,
        endsAt: activity.endsAt && printedMoment(activity.endsAt),
        participants: present.filter(names.seen).map(names.named),
      },
    }),
  }
}
