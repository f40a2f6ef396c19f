import { catalogueOf, permit } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { quoted } from '#server/core/expression/scope.ts'
import { invalidInput } from '#shared/errors.ts'
import { conditionsOf, from } from './conditions.ts'
import { run } from './database.ts'
import { placed } from './place.ts'
import { unknownField } from './projection.ts'
import { scopeFor } from './scope.ts'

interface TagsQuery {
  /** Name of a field of type `tags`; `tags`. */
  readonly field?: string
  readonly search?: string
  readonly limit?: number
}

/** Records whose words are counted: some tenths of a second. Beyond, the newest ones speak for all. */
const mostRecords = 300_000
const usualLimit = 200

/**
 * The words that records bear in a field, each with how many of those that this person sees bear it, the most frequent
 * first, as JSON text `{data: [{value, count}], complete}`.
 * @throws AppError `unknown_field`; an issue for a field of another type
 */
export async function tagsInUse(cx: Context, name: string, query: TagsQuery): Promise<string> {
  const catalogue = catalogueOf(cx)
  const object = catalogue.object(name)
  permit(cx, 'read', object)
  const { field: wanted = 'tags', search = '', limit = usualLimit } = query
  const field = object.fieldByName.get(wanted)
  if (field === undefined) {
    return placed('field', () => {
      throw unknownField(object, wanted)
    })
  }
  if (field.type !== 'tags') {
    throw invalidInput([{ path: 'field', code: 'invalid_parameter', parameters: { name: 'field' } }])
  }
  const scope = scopeFor(cx, { catalogue, object })
  const column = `${scope.alias}.${quoted(field.column)}`
  const conditions = [...conditionsOf(scope, undefined, []), `${column} is not null`]
  const looked = `select ${column} as words ${from(scope)} where ${conditions.join(' and ')}
    order by ${scope.alias}.created_at desc limit ${mostRecords + 1}`
  const text = search.normalize('NFC').trim().toLowerCase()
  const fits = text === '' ? '' : `where strpos(lower(w.word), ${scope.parameters.add(text, 'text')}) > 0`
  const statement = `with looked as materialized (${looked}),
    counted as (
      select w.word, count(*) as records from looked cross join unnest(looked.words) w(word) ${fits}
      group by w.word order by records desc, w.word limit ${limit}
    )
    select json_build_object(
      'data', coalesce((select json_agg(json_build_object('value', word, 'count', records) order by records desc, word) from counted), '[]'),
      'complete', (select count(*) from looked) <= ${mostRecords}
    )::text`
  const [row] = await run(cx.workspace.queryPool, { text: statement, values: scope.parameters.values })
  return row![0]!
}
