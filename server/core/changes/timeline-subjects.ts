import { catalogueOf, visibleRows } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { Parameters, quoted } from '#server/core/expression/scope.ts'
import { run } from '#server/core/records/database.ts'
import { AppError } from '#shared/errors.ts'
import type { CatalogueObject, Inverse } from '#shared/metadata/catalogue.ts'
import { holdsSearch } from './timeline-search.ts'

/** Records of one kind below a record that its timeline looks at: the newest, in the bin and out of it. */
const mostBelow = 10_000

/** Their entries are told as what happened and what is to do, not as records below. */
const toldApart: ReadonlySet<string> = new Set(['activity', 'task'])

export interface Subjects {
  /** The record and those that point to it. */
  readonly ids: readonly string[]
  /** Those whose title holds the words that are searched for: all that happened to them is found. */
  readonly found: readonly string[]
}

/** @throws AppError `record_missing` of a record that nobody had, or that is not to be seen */
export async function subjectsOf(
  cx: Context,
  object: CatalogueObject,
  id: string,
  words: readonly string[],
): Promise<Subjects> {
  const parameters = new Parameters()
  const place = parameters.add(id, 'uuid')
  const select = (of: CatalogueObject, where: string, rest = ''): string => {
    const rows = visibleRows(cx, of, 't', parameters)
    const title = `t.${quoted(of.titleField.column)}::text`
    const found = words.length === 0 ? 'false' : holdsSearch(title, words, parameters)
    return `(select t.id, ${found} from ${cx.workspace.schema}.${quoted(of.table)} t where ${where}${rows ? ` and ${rows}` : ''}${rest})`
  }
  const catalogue = catalogueOf(cx)
  const below = ({ object: name, field }: Inverse): string[] => {
    const child = catalogue.object(name)
    if (toldApart.has(child.key)) return []
    const points = `t.${quoted(field.column)} = ${place}`
    return [
      select(
        child,
        `${points} and t.deleted_at is null`,
        ` order by t.created_at desc, t.id desc limit ${mostBelow}`,
      ),
      select(child, `${points} and t.deleted_at is not null`, ` limit ${mostBelow}`),
    ]
  }
  const parts = [select(object, `t.id = ${place}`), ...object.inverses.flatMap(below)]
  const rows = await run(cx.workspace.queryPool, {
    text: parts.join(' union all '),
    values: parameters.values,
  })
  if (!rows.some(([other]) => other === id.toLowerCase())) throw new AppError('record_missing')
  return {
    ids: [...new Set(rows.map(([other]) => other!))],
    found: [...new Set(rows.flatMap(([other, holds]) => (holds === 't' ? [other!] : [])))],
  }
}
