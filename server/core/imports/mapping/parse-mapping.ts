import { type Issue, invalidInput } from '#shared/errors.ts'
import type { ColumnMapping, ImportMapping } from '#shared/imports/contract.ts'

type Check = (value: unknown) => boolean

const isText: Check = (value) => typeof value === 'string' && value.length <= 1000
const isTexts: Check = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isText)

const members: Readonly<Record<keyof ColumnMapping, { readonly check: Check; readonly expected: string }>> = {
  column: { check: isText, expected: 'string' },
  field: { check: isText, expected: 'string' },
  by: { check: isText, expected: 'string' },
  part: { check: isText, expected: 'string' },
  create: { check: (value) => typeof value === 'boolean', expected: 'boolean' },
  dateOrder: {
    check: (value) => value === 'YMD' || value === 'MDY' || value === 'DMY',
    expected: 'YMD, MDY, DMY',
  },
  factor: { check: isText, expected: 'string' },
  values: { check: isTexts, expected: 'object' },
}

interface StartBody {
  readonly mapping: ImportMapping
  readonly dryRun: boolean
}

const mostColumns = 1000

/**
 * `{mapping: {columns: […], match?: […]}, dryRun?}` as it came over the wire.
 * @throws AppError with an issue for each member that is wrong
 */
export function parseStartBody(body: unknown): StartBody {
  const issues: Issue[] = []
  const wrong = (path: string, expected: string) =>
    issues.push({ path, code: 'wrong_type', parameters: { expected } })
  const mapping = memberOf(body, 'mapping')
  const columns = memberOf(mapping, 'columns')
  const match = memberOf(mapping, 'match') ?? []
  const dryRun = memberOf(body, 'dryRun') ?? false
  if (!Array.isArray(columns) || columns.length > mostColumns) wrong('/mapping/columns', 'array')
  else for (const [at, column] of columns.entries()) checkColumn(column, `/mapping/columns/${at}`, wrong)
  if (!Array.isArray(match) || !match.every(isText)) wrong('/mapping/match', 'string[]')
  if (typeof dryRun !== 'boolean') wrong('/dryRun', 'boolean')
  if (issues.length > 0) throw invalidInput(issues)
  return {
    mapping: { columns: columns as ColumnMapping[], match: match as string[] },
    dryRun: dryRun === true,
  }
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined
}

function checkColumn(column: unknown, path: string, wrong: (path: string, expected: string) => void): void {
  if (typeof column !== 'object' || column === null) {
    wrong(path, 'object')
    return
  }
  for (const name of ['column', 'field'])
    if (memberOf(column, name) === undefined) wrong(`${path}/${name}`, 'string')
  for (const [name, value] of Object.entries(column)) {
    const member = Object.hasOwn(members, name) ? members[name as keyof ColumnMapping] : undefined
    if (member === undefined) wrong(`${path}/${name}`, Object.keys(members).join(', '))
    else if (!member.check(value)) wrong(`${path}/${name}`, member.expected)
  }
}
