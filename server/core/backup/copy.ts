import { pipeline } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { identifier, qualified } from '#server/core/metadata/identifier.ts'
import { isDatabaseError } from '#server/platform/database/index.ts'
import { BackupError, type TableShape } from './archive.ts'
import { damaged, nameOf, type OpenPart } from './read-archive.ts'

const columnsSql = ({ columns }: TableShape): string =>
  columns.length === 0 ? '' : `(${columns.map(({ name }) => identifier(name)).join(', ')})`

/** The rows of a table as COPY's text. Partitions come with their table, which COPY alone would not give. */
export function rowsOf(client: ClientBase, schema: string, table: TableShape) {
  const columns = table.columns.map(({ name }) => identifier(name)).join(', ')
  return client.query(
    copyTo(`copy (select ${columns} from ${qualified(schema, table.name)}) to stdout with (encoding 'UTF8')`),
  )
}

/** Loads a part into a table. @throws BackupError where rows are missing */
export async function loadRows(
  client: ClientBase,
  schema: string,
  table: TableShape,
  { part, data, sum }: OpenPart,
): Promise<number> {
  const target = client.query(
    copyFrom(`copy ${qualified(schema, table.name)} ${columnsSql(table)} from stdin with (encoding 'UTF8')`),
  )
  try {
    await pipeline(data, target)
  } catch (error) {
    // Whatever PostgreSQL cannot read was not written by it; the checksum would have said so at the end of the part.
    throw isDatabaseError(error, '22') ? damaged(`${nameOf(part)} cannot be read`) : error
  }
  const { rows } = sum()
  if (rows !== target.rowCount)
    throw new BackupError(`${nameOf(part)} came to ${target.rowCount} rows, and ${rows} were backed up.`)
  return target.rowCount
}
