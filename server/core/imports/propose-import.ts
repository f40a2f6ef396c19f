import { catalogueOf, permit, seenOf } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import type { FileStore } from '#server/core/files/index.ts'
import type { ImportMapping, ImportProposal, PreviewRow } from '#shared/imports/contract.ts'
import { uuidv7 } from '#shared/uuid.ts'
import { compileMapping } from './mapping/compile.ts'
import { parseMapping } from './mapping/mapping-text.ts'
import { type ColumnProfile, profileTable } from './mapping/profile.ts'
import { proposeColumns } from './mapping/propose.ts'
import { resolveTyped } from './mapping/resolve-typed.ts'
import { openTable, type SourceRow, type SourceTable } from './reading/index.ts'
import { type ChunkScope, readRows } from './running/chunk.ts'
import { type ImportDoors, recordDoors } from './running/doors.ts'
import { localeOf } from './running/locale.ts'
import { localise } from './running/row-issue.ts'
import { titlesIn } from './running/run-import.ts'
import { ImportStore } from './running/store.ts'
import { Targets } from './running/targets.ts'

export interface ImportFile {
  /** Id of the record of `file`. */
  readonly id: string
  readonly sha256: string
  readonly name: string
}

interface ProposeDependencies {
  readonly doors?: ImportDoors
  readonly files: FileStore
}

/** What the command line says of columns, beyond what is proposed for them. */
export interface TypedChoices {
  /** `COLUMN=FIELD` each. */
  readonly map: readonly string[]
  /** By column: what a text of it stands for. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly match: readonly string[]
}

const previewRows = 20

/**
 * Reads a file through, proposes where its columns go, and shows how its first rows would be read. Writes nothing but
 * the import itself, in state `proposed`.
 * @throws AppError for a file that cannot be read, naming its line
 */
export async function proposeImport(
  cx: Context,
  { doors = recordDoors, files }: ProposeDependencies,
  objectName: string,
  file: ImportFile,
  typed: TypedChoices = { map: [], values: {}, match: [] },
): Promise<ImportProposal & { readonly mapping: ImportMapping }> {
  const catalogue = seenOf(cx, await cx.workspace.refresh())
  const object = catalogue.object(objectName)
  permit(cx, 'import', object)
  const local = await files.local(cx.workspace.id, file.sha256)
  try {
    const table = await openTable(local.path)
    const { rows, columns: profiles } = await profileTable(table)
    const locale = localeOf(cx)
    const proposals = proposeColumns(object, profiles, locale)
    const mapping: ImportMapping = {
      columns: resolveTyped(object, profiles, proposals, typed.map.map(parseMapping), typed.values, locale),
      match: typed.match,
    }
    const id = uuidv7()
    await new ImportStore(cx.workspace).add({
      id,
      object: object.name,
      file_id: file.id,
      file_sha256: file.sha256,
      file_name: file.name,
      actor: cx.actor,
      language: cx.language,
      time_zone: cx.timeZone,
      columns: table.columns,
      rows,
    })
    const preview =
      typed.map.length === 0 && mapping.columns.length > 0
        ? await previewOf(cx, doors, objectName, table, mapping)
        : []
    return {
      id,
      object: object.name,
      fileName: file.name,
      rows,
      detail: table.detail,
      columns: withUsed(proposals, mapping, profiles),
      match: mapping.match,
      preview,
      mapping,
    }
  } finally {
    await local.release()
  }
}

/** How the first rows would be read under a mapping. Nothing is written. */
export async function previewImport(
  cx: Context,
  { doors = recordDoors, files }: ProposeDependencies,
  id: string,
  mapping: ImportMapping,
): Promise<PreviewRow[]> {
  const item = await new ImportStore(cx.workspace).get(id)
  const local = await files.local(cx.workspace.id, item.file_sha256)
  try {
    return await previewOf(cx, doors, item.object, await openTable(local.path), mapping)
  } finally {
    await local.release()
  }
}

async function previewOf(
  cx: Context,
  doors: ImportDoors,
  object: string,
  table: SourceTable,
  mapping: ImportMapping,
): Promise<PreviewRow[]> {
  const catalogue = catalogueOf(cx)
  const compiled = compileMapping(catalogue, object, table.columns, mapping)
  const scope: ChunkScope = {
    importId: uuidv7(),
    cx,
    doors,
    mapping: compiled,
    targets: new Targets(doors, cx, catalogue, true),
    locale: localeOf(cx),
    trial: undefined,
    titles: await titlesIn(table, compiled.selfColumns.length > 0 ? compiled : undefined),
  }
  const rows: SourceRow[] = []
  for await (const row of table.rows()) if (rows.push(row) === previewRows) break
  return (await readRows(scope, rows)).map(({ row, issues }) => ({
    line: row.line,
    cells: row.cells,
    issues: issues.map((issue) => localise(issue, cx.language)),
  }))
}

function withUsed(
  proposals: ImportProposal['columns'],
  mapping: ImportMapping,
  profiles: readonly ColumnProfile[],
): ImportProposal['columns'] {
  return proposals.map((proposal, index) => ({
    ...proposal,
    mappings: mapping.columns.filter(({ column }) => column === profiles[index]?.column),
  }))
}
