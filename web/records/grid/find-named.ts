import type { Catalogue } from '#shared/metadata/catalogue.ts'
import { listRecords, type RecordData } from '#web/data/index.ts'
import type { Column } from '../list/columns.ts'
import type { FindNamed } from './paste.ts'
import type { PlacedText } from './placement.ts'

/** Names that one request asks for. */
const atOnce = 200

const targetOf = ({ field }: Column): string | undefined =>
  field.type === 'user' ? 'user' : field.type === 'relation' ? field.to : undefined

/** Asks for all related records that the texts name, some requests for each object; then each text is answered at once. */
export async function findNamed(
  cells: readonly PlacedText[],
  columns: readonly Column[],
  catalogue: Catalogue,
): Promise<FindNamed> {
  const asked = new Map<string, Set<string>>()
  for (const { column: at, text } of cells) {
    const column = columns[at]
    const target = column === undefined ? undefined : targetOf(column)
    if (target === undefined || text.trim() === '') continue
    asked.set(target, (asked.get(target) ?? new Set()).add(text.trim()))
  }
  const known = new Map<string, RecordData | 'name_ambiguous'>()
  for (const [target, names] of asked) {
    const title = catalogue.find(target)?.titleField.wire ?? 'name'
    for (let from = 0; from < names.size; from += atOnce) {
      const some = [...names].slice(from, from + atOnce)
      const filter = `${title} in (${some.map((name) => JSON.stringify(name)).join(', ')})`
      const { data } = await listRecords(target, { filter, limit: 1_000 })
      for (const record of data) {
        const key = `${target} ${String(record[title])}`
        known.set(key, known.has(key) ? 'name_ambiguous' : record)
      }
    }
  }
  return (column, text) => known.get(`${targetOf(column)} ${text}`) ?? 'name_unknown'
}
