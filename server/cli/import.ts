import { parseArgs } from 'node:util'
import type { ImportMapping, ImportProposal, ImportStatus } from '#shared/imports/contract.ts'
import { type Command, UsageError } from './command.ts'

const usage = `kith import OBJECT FILE [--map COLUMN=FIELD …] [--value COLUMN:TEXT=MEANING …]
            [--match FIELD,…] [--workspace W] [--dry-run]

Brings a CSV or XLSX file in as records of OBJECT. Columns that --map does not name go where their names say.

  --map close_value=amount            the column to a field
  --map notes=                        the column nowhere
  --map revenue=annualRevenue*1000000 numbers multiplied
  --map close_date=closeDate:MDY      order of day and month; else found from the whole column
  --map account=company.name          a relation, by which field of the other record; else its name
  --map deal_stage=stage+             create records or options that are missing; else such rows are refused
  --value sector:technolgy=technology what a text of the file stands for
  --match email                       update the record that has this value; else every row becomes a new record
  --dry-run                           check every row and write nothing

Ends with 0 when rows were brought in, 1 when none was; refused rows are listed with line and reason.`

const options = {
  map: { type: 'string', multiple: true },
  value: { type: 'string', multiple: true },
  match: { type: 'string' },
  workspace: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const

const mostListed = 50

export const command: Command = {
  summary: 'bring a CSV or XLSX file in',
  usage,
  async run(args, context) {
    const { object, path, map, values, match, workspace, dryRun } = read(args)
    const { withWorkspace } = await import('./with-kith.ts')
    const { importFile } = await import('#server/core/imports/index.ts')
    const { createFolderStore } = await import('#server/core/files/index.ts')
    const { join } = await import('node:path')
    const { log, print, config } = context
    const files = createFolderStore(join(config.dataDirectory, 'files'))
    const status = await withWorkspace(context, workspace, (cx) =>
      importFile(
        cx,
        { object, path, map, values, match, dryRun },
        {
          files,
          log,
          onProposal: (proposal) => print(describe(proposal)),
          onProgress: ({ processed, rows }) => print(`  ${processed} of ${rows} rows`),
        },
      ),
    )
    print(summarise(status))
    return status.state === 'done' && status.created + status.updated > 0 ? 0 : 1
  },
}

function read(args: readonly string[]) {
  const { values: given, positionals } = parse(args)
  const [object, path, ...more] = positionals
  if (object === undefined || path === undefined) throw new UsageError('OBJECT and FILE are needed')
  if (more.length > 0) throw new UsageError(`What is "${more[0]}"? OBJECT and FILE come alone`)
  return {
    object,
    path,
    map: given.map ?? [],
    values: readValues(given.value ?? []),
    match: (given.match ?? '').split(',').filter((name) => name !== ''),
    workspace: given.workspace,
    dryRun: given['dry-run'] === true,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function readValues(texts: readonly string[]): Record<string, Record<string, string>> {
  const values: Record<string, Record<string, string>> = {}
  for (const text of texts) {
    const [, column, from, to] = /^([^:]+):(.+)=(.*)$/s.exec(text) ?? []
    if (column === undefined || from === undefined || to === undefined)
      throw new UsageError(`--value ${text}: give COLUMN:TEXT=MEANING`)
    values[column] = { ...values[column], [from]: to }
  }
  return values
}

/** What each column becomes, so that a surprise is seen before the figures are. */
function describe({ columns, mapping, rows, detail }: ImportProposal & { mapping: ImportMapping }): string {
  const lines = columns.map(({ column }) => {
    const uses = mapping.columns.filter((each) => each.column === column)
    const targets = uses.map(({ field, by, part, factor, dateOrder, create, values }) =>
      [
        `${field}${by === undefined ? '' : `.${by}`}${part === undefined ? '' : `.${part}`}`,
        factor === undefined ? '' : `*${factor}`,
        dateOrder === undefined ? '' : `:${dateOrder}`,
        create === true ? '+' : '',
        ...Object.entries(values ?? {}).map(([text, meaning]) => ` (“${text}” read as “${meaning}”)`),
      ].join(''),
    )
    return `  ${column} → ${targets.length === 0 ? 'left out' : targets.join(', ')}`
  })
  const found = [detail.encoding, detail.sheet].filter(Boolean).join(', ')
  return [`${rows} rows (${found})`, ...lines].join('\n')
}

function summarise(status: ImportStatus): string {
  const related = Object.entries(status.related).map(([object, count]) => `, ${count} ${object} created`)
  const fuzzy = status.fuzzy.map(
    ({ column, text, matched, rows }) => `  ${column}: “${text}” taken as “${matched}” in ${rows} rows`,
  )
  const listed = status.rejectedRows.slice(0, mostListed).flatMap(({ line, stored, issues }) =>
    issues.map(({ column, message }) => {
      const place = column === null ? `  line ${line}` : `  line ${line}, ${column}`
      return `${place}: ${message}${stored ? ' (imported without it)' : ''}`
    }),
  )
  const further = status.rejected > mostListed ? [`  … and ${status.rejected - mostListed} more`] : []
  const head = `${status.dryRun ? 'Dry run: ' : ''}${status.created} created, ${status.updated} updated, ${status.rejected} rejected${related.join('')}`
  return [...fuzzy, ...listed, ...further, status.error ?? '', head].filter((text) => text !== '').join('\n')
}
