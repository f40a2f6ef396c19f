import { fieldSql } from '#server/core/expression/compile.ts'
import { joinPath, quoted, type Scope } from '#server/core/expression/scope.ts'
import { linkTableName } from '#server/core/metadata/columns.ts'
import { placed } from '#server/core/records/place.ts'
import { unknownField, wireSql } from '#server/core/records/projection.ts'
import type { FieldNode } from '#shared/expression/index.ts'
import { parse } from '#shared/expression/parse.ts'
import { resolvePath, targetOf } from '#shared/expression/resolve.ts'
import type { Locale } from '#shared/fields/field-type.ts'
import type { Language } from '#shared/language.ts'
import type { Field } from '#shared/metadata/catalogue.ts'
import { type Cell, cellOf, text } from './cell.ts'

/** One column of an export. */
export interface ExportColumn {
  readonly label: string
  /** SQL of its value, as JSON prints it. */
  readonly sql: string
  readonly cell: (value: unknown, locale: Locale) => Cell
}

/** What stands in no column unless it is asked for: order by hand, and what only programs read. */
const untold: ReadonlySet<string> = new Set(['version', 'deleted_at'])

/** Amounts are followed by their currency, once for each record that has them. @throws AppError with `fields` as its place */
export function columnsOf(
  scope: Scope,
  names: readonly string[] | undefined,
  language: Language,
): ExportColumn[] {
  const wanted = names ?? scope.object.fields.filter(isTold).map(({ name }) => name)
  const nodes = placed('fields', () => wanted.map((name) => nodeOf(scope, name)))
  const withCurrency = new Set(nodes.flatMap((node) => (isCurrency(node) ? [pathOf(node)] : [])))
  return nodes.flatMap((node) => {
    const own = columnOf(scope, node, language)
    const money = node.steps.at(-1)?.field.type === 'money'
    if (!money || withCurrency.has(pathOf(node))) return [own]
    withCurrency.add(pathOf(node))
    return [own, columnOf(scope, currencyOf(node), language)]
  })
}

const isTold = ({ quiet, column }: Field): boolean => quiet !== true && !untold.has(column)

function nodeOf(scope: Scope, name: string): FieldNode {
  const node = parse(name)
  if (node.kind !== 'path') throw unknownField(scope.object, name)
  return resolvePath(node, scope.catalogue, scope.object)
}

/** The record that a column belongs to. */
const pathOf = ({ steps }: FieldNode): string =>
  steps
    .slice(0, -1)
    .map(({ field }) => field.key)
    .join('.')

const isCurrency = ({ steps }: FieldNode): boolean => steps.at(-1)?.field.column === 'currency'

function currencyOf(node: FieldNode): FieldNode {
  const last = node.steps.at(-1)!
  const currency = last.object.fieldByKey.get('currency')!
  return { ...node, type: 'text', steps: [...node.steps.slice(0, -1), { ...last, field: currency }] }
}

function columnOf(scope: Scope, node: FieldNode, language: Language): ExportColumn {
  const last = node.steps.at(-1)
  const labels = node.steps.map(({ field }) => field.label[language])
  if (last === undefined || node.type === 'id' || node.member !== undefined) {
    return {
      label: [...labels, node.member ?? 'ID'].join(' · '),
      sql: fieldSql(node, scope),
      cell: (value) => text(String(value ?? '')),
    }
  }
  const { field, object } = last
  return {
    label: labels.join(' · '),
    sql: namesSql(scope, node) ?? wireSql(field, object, joinPath(scope, node.steps.slice(0, -1)), scope),
    cell: (value, locale) => cellOf(value, field, locale),
  }
}

/** SQL: titles of what a field points to; undefined of a field that points nowhere. */
function namesSql(scope: Scope, node: FieldNode): string | undefined {
  const { field, object } = node.steps.at(-1)!
  const { catalogue, schema } = scope
  const target = targetOf(field, catalogue)
  if (target !== undefined) {
    return `${joinPath(scope, node.steps)}.${quoted(target.titleField.column)}::text`
  }
  const alias = joinPath(scope, node.steps.slice(0, -1))
  const value = `${alias}.${quoted(field.column)}`
  if (field.type === 'relations') {
    const to = catalogue.find(field.to ?? '')
    if (to === undefined) return undefined
    const hidden = scope.visible(to, 'n')
    return `(select json_agg(n.${quoted(to.titleField.column)}::text order by l.position)
      from ${scope.linkSource(linkTableName(object.key, field.key), object, field)} l
      join ${scope.source(to)} n on n.id = l.target
      where l.source = ${alias}.id and n.deleted_at is null${hidden ? ` and ${hidden}` : ''})`
  }
  if (field.type === 'file') {
    const file = catalogue.find('file')
    return (
      file &&
      `(select n.${quoted(file.titleField.column)} from ${schema}.${quoted(file.table)} n where n.id = ${value})`
    )
  }
  return field.type === 'anyRecord' ? anyNamesSql(scope, value, field) : undefined
}

function anyNamesSql(scope: Scope, value: string, field: Field): string {
  const titles = scope.catalogue.objects.map((object) => {
    const hidden = scope.visible(object, 'n')
    return `when '${object.key}' then (select n.${quoted(object.titleField.column)}::text from ${scope.source(object)} n
      where n.id = (i.item ->> 'id')::uuid and n.deleted_at is null${hidden ? ` and ${hidden}` : ''})`
  })
  const items = field.multiple === true ? value : `jsonb_build_array(${value})`
  return `(select json_agg(i.title order by i.place) from (
    select case i.item ->> 'object' ${titles.join(' ')} end as title, i.place
    from jsonb_array_elements(${items}) with ordinality i(item, place)) i where i.title is not null)`
}
