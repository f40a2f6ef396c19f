import { catalogueOf, visibleRows } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { Parameters, quoted } from '#server/core/expression/scope.ts'
import { run } from '#server/core/records/database.ts'
import { mayJson } from '#server/core/records/own-may.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { TimelineTask } from '#shared/operations/timeline.ts'
import type { Found, Reference } from './timeline-entry.ts'
import { actorOf } from './timeline-names.ts'
import { afterSql, momentSql, newestFirst, printedMoment, type Stretch } from './timeline-place.ts'
import { holdsSearch } from './timeline-search.ts'
import type { Subjects } from './timeline-subjects.ts'

interface TaskQuery extends Stretch {
  readonly subjects: Subjects
  readonly words: readonly string[]
  readonly may: boolean
}

/** Tasks about any of the subjects: once when they were set, once more each time that they were done. */
export async function tasksAbout(cx: Context, query: TaskQuery): Promise<Found[]> {
  const object = catalogueOf(cx).byKey('task')
  if (!object?.fieldByKey.has('regarding')) return []
  const ids = await tasksOf(cx, object, query)
  return ids.length === 0 ? [] : read(cx, object, query, ids)
}

async function tasksOf(
  cx: Context,
  object: CatalogueObject,
  { subjects, words }: TaskQuery,
): Promise<string[]> {
  const parameters = new Parameters()
  const rows = visibleRows(cx, object, 't', parameters)
  const described = object.fieldByKey.has('description')
    ? `concat_ws(' ', t.subject, t.description)`
    : 't.subject'
  const held = holdsSearch(described, words, parameters)
  const text = `select distinct t.id from unnest(${parameters.add(subjects.ids, 'uuid[]')}) s(id)
    cross join lateral (
      select t.id from ${cx.workspace.schema}.${quoted(object.table)} t
      where t.regarding @> jsonb_build_object('id', s.id) and t.deleted_at is null and ${held}${rows ? ` and ${rows}` : ''} offset 0
    ) t`
  const found = await run(cx.workspace.queryPool, { text, values: parameters.values })
  return found.map(([id]) => id!)
}

async function read(
  cx: Context,
  object: CatalogueObject,
  query: TaskQuery,
  ids: readonly string[],
): Promise<Found[]> {
  const { schema } = cx.workspace
  const table = `${schema}.${quoted(object.table)}`
  const parameters = new Parameters()
  const tasks = parameters.add(ids, 'uuid[]')
  const source = (at: string, id: string, rest: string): string =>
    `(select ${at} as at, ${id} as entry, ${rest} and ${afterSql(query, at, id, parameters)} order by ${newestFirst(at, id)} limit ${query.most})`
  const set = source(
    't.created_at',
    `'t' || t.id::text`,
    `t.id, t.created_by as actor, 'created' as event from ${table} t where t.id = any(${tasks})`,
  )
  const done = source(
    'c.at',
    `'d' || lpad(c.seq::text, 19, '0')`,
    `c.record as id, c.actor, 'done' as event from ${schema}._change c
      where c.record = any(${tasks}) and c.object = '${object.key}' and c.action = 'update' and c.after ->> 'status' = 'done'`,
  )
  const may = query.may ? mayJson(cx, object, 't', parameters) : undefined
  const text = `select ${momentSql('e.at')}, e.entry, t.id, t.subject, json_build_object(
      'event', e.event, 'status', t.status, 'dueAt', ${momentSql('t.due_at')}, 'version', t.version
    )::text, t.assignee, t.regarding::text, ${may ?? 'null'}::text, u.id, u.name, u.kind
    from (${set} union all ${done}) e join ${table} t on t.id = e.id left join ${schema}."actor" u on u.id = e.actor
    order by ${newestFirst('e.at', 'e.entry')} limit ${query.most}`
  const found = await run(cx.workspace.queryPool, { text, values: parameters.values })
  return found.map((row) => foundOf(row, object.name))
}

function foundOf(row: readonly (string | null)[], object: string): Found {
  const [moment, id, recordId, title, json, assignee, regarding, may, ...actor] = row
  const about = regarding == null ? [] : [JSON.parse(regarding) as Reference]
  const person = assignee == null ? undefined : { object: 'user', id: assignee }
  const task = JSON.parse(json!) as Omit<TimelineTask, 'assignee'>
  return {
    moment: moment!,
    id: id!,
    references: [...about, ...(person === undefined ? [] : [person])],
    print: (names) => ({
      kind: 'task',
      object,
      recordId: recordId!,
      title: title ?? null,
      actor: actorOf(actor),
      about: about.filter(names.seen).map(names.named),
      ...(may != null && { $may: JSON.parse(may) }),
      task: {
        ...task,
        dueAt: task.dueAt && printedMoment(task.dueAt),
        assignee: person === undefined ? null : { id: person.id, name: names.titleOf(person) },
      },
    }),
  }
}
