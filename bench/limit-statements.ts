import { quoted } from '#server/core/expression/scope.ts'
import type { Prepared } from './prepared.ts'

const liveNewest = 'order by t.created_at desc, t.id desc limit 50'

/** SQL of the limit: what somebody would write by hand for these rows and nothing else. */
export function limitStatements({ schema, actorId, contactJson, columns, columnTypes }: Prepared) {
  const { name, jobTitle } = columns
  const page = (json: string, condition: string): string =>
    `select ${json}::text from (select t.* from ${schema}.contact t where t.deleted_at is null${condition} ${liveNewest}) p`
  const filled = Object.keys(columnTypes)
  const stamped = ['created_at', 'created_by', 'updated_at', 'updated_by']
  const names = ['id', ...filled.filter((column) => !stamped.includes(column))]
  const values = names.map((column, index) =>
    column === 'id' ? '$1::uuid' : `$${index + 2}::${columnTypes[column]}`,
  )
  return {
    reads: {
      read: `select ${contactJson.t}::text from ${schema}.contact t where t.id = $1::uuid and t.deleted_at is null`,
      contains: page(
        contactJson.p,
        ` and ${schema}._grams(t._search) @> $1::text[] and strpos(lower(t.${name}), $2::text) > 0`,
      ),
      equal: page(contactJson.p, ` and t.${jobTitle} = $1::text`),
      includes: page(contactJson.included, ` and t.${jobTitle} = $1::text`),
    },
    create: {
      name: 'create',
      columns: names.slice(1),
      text: `with made as (
          insert into bench.contact (${[...names, ...stamped].map(quoted).join(', ')})
          values (${values.join(', ')}, now(), '${actorId}', now(), '${actorId}') returning id)
        insert into bench._change (object, record, version, action, actor, source, after)
        select 'contact', made.id, 1, 'create', '${actorId}', 'api', $2::jsonb from made`,
    },
    update: {
      name: 'update',
      text: `with made as (
          update bench.contact set ${jobTitle} = $2::text, updated_at = now(), version = version + 1
          where id = $1::uuid returning id, version)
        insert into bench._change (object, record, version, action, actor, source, after)
        select 'contact', made.id, made.version, 'update', '${actorId}', 'api', $3::jsonb from made`,
    },
    copy: `copy bench.contact (${[...names, ...stamped].map(quoted).join(', ')}) from stdin`,
  }
}

/** Tables for the limit's writes: equal to the workspace's in columns, indexes and rows. Its foreign keys are not copied. */
export const limitTables = (schema: string): string => `
  create schema bench;
  create table bench.contact (like ${schema}.contact including all);
  create table bench._change (like ${schema}._change including all);
  insert into bench.contact select * from ${schema}.contact;
  insert into bench._change select * from ${schema}._change;
`
