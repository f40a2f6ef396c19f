import { catalogueOf, hiddenFields } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { withKeys } from '#server/core/encryption/sealed-json.ts'
import { Parameters } from '#server/core/expression/scope.ts'
import { run } from '#server/core/records/database.ts'
import type { Catalogue } from '#shared/metadata/catalogue.ts'
import type { TimelineKind } from '#shared/operations/timeline.ts'
import { entryColumns } from './entry.ts'
import { loggedEntry } from './timeline-changes.ts'
import type { Found } from './timeline-entry.ts'
import { afterSql, momentSql, newestFirst, type Stretch } from './timeline-place.ts'
import { holdsSearch } from './timeline-search.ts'
import type { Subjects } from './timeline-subjects.ts'
import { visibleChanges } from './visibility.ts'

interface LogQuery extends Stretch {
  readonly subjects: Subjects
  readonly has: (kind: TimelineKind) => boolean
  readonly words: readonly string[]
}

/** What an action of the change log is in a timeline. */
const kinds: Readonly<Record<string, TimelineKind>> = {
  create: 'created',
  update: 'change',
  delete: 'deleted',
  restore: 'restored',
  link: 'link',
}

/** With fewer records all months are looked through at once. */
const manySubjects = 100
/** Days that are looked through first, as the log lies in parts by month. */
const reaches = [31, 366, undefined] as const
const day = 24 * 60 * 60 * 1000

const id = `'c' || lpad(c.seq::text, 19, '0')`

/** What the change log tells of the subjects themselves. */
export async function loggedOf(cx: Context, query: LogQuery): Promise<Found[]> {
  const actions = Object.keys(kinds).filter((action) => query.has(kinds[action]!))
  if (actions.length === 0) return []
  const start = query.place === undefined ? cx.now() : new Date(query.place.at)
  for (const reach of query.subjects.ids.length < manySubjects ? [undefined] : reaches) {
    const since = reach === undefined ? undefined : new Date(start.getTime() - reach * day)
    const found = await read(cx, query, actions, since)
    if (found.length === query.most || reach === undefined) return found
  }
  return []
}

async function read(
  cx: Context,
  query: LogQuery,
  actions: readonly string[],
  since: Date | undefined,
): Promise<Found[]> {
  const { schema } = cx.workspace
  const { subjects, words } = query
  const catalogue = catalogueOf(cx)
  const parameters = new Parameters()
  const where = [
    `c.record = any(${parameters.add(subjects.ids, 'uuid[]')})`,
    `c.action = any(${parameters.add(actions, 'text[]')})`,
    // Where somebody put it in a list is nothing that happened to it.
    `(c.action <> 'update' or c.after - 'rank' <> '{}')`,
    afterSql(query, 'c.at', id, parameters),
    ...(since === undefined ? [] : [`c.at > ${parameters.add(since.toISOString(), 'timestamptz')}`]),
    ...(words.length === 0 ? [] : [heldBy(cx, subjects.found, words, parameters)]),
    visibleChanges(cx, parameters),
  ].join(' and ')
  const text = `select ${momentSql('c.at')}, ${id}, ${entryColumns}
    from (select c.* from ${schema}._change c where ${where} order by ${newestFirst('c.at', id)} limit ${query.most}) c
    left join ${schema}."actor" a on a.id = c.actor order by ${newestFirst('c.at', id)}`
  const rows = await run(cx.workspace.queryPool, { text, values: parameters.values })
  return withKeys(cx.workspace, (keys) =>
    rows.map(([moment, entry, ...row]) => ({
      moment: moment!,
      id: entry!,
      ...loggedEntry(row, kinds[row[5]!]!, catalogue, keys),
    })),
  )
}

/** `object.field` of what is hidden or masked: no word of it may be found. */
const unreadable = (catalogue: Catalogue): string[] => [
  ...[...hiddenFields(catalogue)].flatMap(([object, fields]) =>
    [...fields].map((field) => `${object}.${field}`),
  ),
  ...catalogue.objects.flatMap(({ key, fields }) =>
    fields.filter(({ masked }) => masked === true).map((field) => `${key}.${field.key}`),
  ),
]

/** SQL: words stand in the record's title or among the values. */
function heldBy(
  cx: Context,
  found: readonly string[],
  words: readonly string[],
  parameters: Parameters,
): string {
  const unknown = unreadable(catalogueOf(cx))
  const known =
    unknown.length === 0 ? '' : ` where c.object || '.' || v.key <> all(${parameters.add(unknown, 'text[]')})`
  const values = `(select string_agg(v.value, ' ') from (
    select * from jsonb_each_text(c.before) union all select * from jsonb_each_text(c.after)) v${known})`
  return `(c.record = any(${parameters.add(found, 'uuid[]')}) or ${holdsSearch(values, words, parameters)})`
}
