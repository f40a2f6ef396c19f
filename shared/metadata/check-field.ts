import { invalidInput, isErrorCode } from '#shared/errors.ts'
import { encryptable } from '#shared/fields/encryptable.ts'
import type { FieldTypeName } from '#shared/fields/field-type.ts'
import { fieldTypes } from '#shared/fields/index.ts'
import { sameInAllLanguages } from '#shared/language.ts'
import { nearest } from '../nearest.ts'
import { aLabel } from './check-label.ts'
import type { Color, FieldDefinition, Option } from './definition.ts'
import { aName, checkFieldNames } from './names.ts'
import {
  aBoolean,
  aList,
  aNumber,
  aText,
  type Check,
  checkMembers,
  collect,
  isRecord,
  oneOf,
  type Report,
} from './report.ts'

export const colors = [
  'grey',
  'red',
  'orange',
  'amber',
  'green',
  'teal',
  'blue',
  'purple',
  'pink',
] as const satisfies readonly Color[]

const isFieldType = (type: string): type is FieldTypeName => Object.hasOwn(fieldTypes, type)

const aFieldType: Check<FieldTypeName> = (value, path, report) => {
  if (typeof value !== 'string') report(path, 'wrong_type', { expected: 'string' })
  else if (isFieldType(value)) return value
  else
    report(path, 'field_type_unknown', {
      type: value.slice(0, 100),
      suggestion: nearest(value, Object.keys(fieldTypes)),
    })
  return undefined
}

/** `{value, label?, color?}`, or the value alone. */
const anOption: Check<Option> = (value, path, report) => {
  const given = checkMembers<Option>(
    isRecord(value) ? value : { value },
    path,
    { value: aText(100), label: aLabel(200), color: oneOf(colors) },
    report,
  )
  if (given.value === undefined) {
    if (isRecord(value) && !Object.hasOwn(value, 'value'))
      report(`${path}/value`, 'required', { label: 'value' })
    return undefined
  }
  const { value: name, label = sameInAllLanguages(name), color } = given
  return { value: name, label, ...(color !== undefined && { color }) }
}

const someOptions: Check<readonly Option[]> = (value, path, report) => {
  const options = aList(anOption, 1_000)(value, path, report)
  const seen = new Map<string, number>()
  options?.forEach((option, index) => {
    const first = seen.get(option.value)
    if (first !== undefined) report(`${path}/${index}/value`, 'name_taken', { name: option.value })
    seen.set(option.value, index)
  })
  return options
}

const widest = 1e15

const members: { readonly [Name in keyof FieldDefinition]-?: Check<NonNullable<FieldDefinition[Name]>> } = {
  name: aName,
  type: aFieldType,
  label: aLabel(200),
  help: aLabel(1_000),
  required: aBoolean,
  unique: aBoolean,
  encrypted: aBoolean,
  // Checked once the type is known.
  default: (value) => value ?? undefined,
  options: someOptions,
  to: aName,
  inverseLabel: aLabel(200),
  onDelete: oneOf(['keep', 'cascade'] as const),
  multiple: aBoolean,
  decimals: aNumber(0, 10, 'whole'),
  min: aNumber(-widest, widest),
  max: aNumber(-widest, widest),
  maxLength: aNumber(1, 100_000, 'whole'),
  prefix: aText(20),
  digits: aNumber(1, 12, 'whole'),
  readOnly: aBoolean,
}

const everyType = ['name', 'type', 'label', 'help', 'required', 'unique', 'encrypted', 'default', 'readOnly']
const relating: readonly FieldTypeName[] = ['relation', 'relations', 'user']

/** Whether a field of this type may carry the member. */
export function takesMember(type: FieldTypeName, member: string): boolean {
  const settings: readonly string[] = fieldTypes[type].settings
  return (
    everyType.includes(member) ||
    settings.includes(member) ||
    (relating.includes(type) && (member === 'inverseLabel' || member === 'onDelete'))
  )
}

const neededMembers: Partial<Record<FieldTypeName, 'options' | 'to'>> = {
  select: 'options',
  multiSelect: 'options',
  relation: 'to',
  relations: 'to',
}

/** What a field's definition is checked against. */
interface FieldSurroundings {
  /** Names of the objects that a relation may point to. */
  readonly objects: readonly string[]
  /** The other fields of the object. */
  readonly others: readonly Pick<FieldDefinition, 'name' | 'type'>[]
}

/** The field that an input declares, complete and in one form; undefined when something was refused and reported. */
export function readField(
  input: unknown,
  path: string,
  surroundings: FieldSurroundings,
  report: Report,
): FieldDefinition | undefined {
  const refused: string[] = []
  const note: Report = (...issue) => {
    refused.push(issue[0])
    report(...issue)
  }
  const given = checkMembers<FieldDefinition>(input, path, members, note)
  const { name, type } = given
  for (const member of ['name', 'type'] as const)
    if (given[member] === undefined && isRecord(input) && (input[member] ?? undefined) === undefined)
      note(`${path}/${member}`, 'required', { label: member })
  if (name === undefined || type === undefined) return undefined
  checkFieldNames({ name, type }, surroundings.others, `${path}/name`, note)
  checkSettings({ ...given, name, type }, path, surroundings, note)
  const needed = neededMembers[type]
  const isMissing = needed !== undefined && (given[needed] === undefined || given[needed].length === 0)
  if (isMissing && !refused.some((at) => at.startsWith(`${path}/${needed}`)))
    note(`${path}/${needed}`, 'setting_required', { type, setting: needed })
  if (refused.length > 0) return undefined
  const definition = { ...given, name, type, label: given.label ?? sameInAllLanguages(name) }
  checkDefault(definition, path, note)
  return refused.length > 0 ? undefined : definition
}

type Given = Partial<FieldDefinition> & Pick<FieldDefinition, 'name' | 'type'>

// PostgreSQL indexes values of up to some 2,700 bytes.
const longestUnique = 650

function checkSettings(given: Given, path: string, { objects }: FieldSurroundings, report: Report): void {
  const { type } = given
  for (const setting of Object.keys(given))
    if (!takesMember(type, setting)) report(`${path}/${setting}`, 'setting_not_allowed', { type, setting })
  if (given.to !== undefined && !objects.includes(given.to))
    report(`${path}/to`, 'unknown_object', { name: given.to, suggestion: nearest(given.to, objects) })
  if (given.unique && !fieldTypes[type].uniqueable) report(`${path}/unique`, 'not_uniqueable', { type })
  if (given.encrypted && !encryptable.has(type)) report(`${path}/encrypted`, 'not_encryptable', { type })
  if (given.unique && type === 'text' && (given.maxLength ?? 0) > longestUnique)
    report(`${path}/maxLength`, 'number_out_of_range', { least: 1, most: longestUnique })
  if (given.min !== undefined && given.max !== undefined && given.min > given.max)
    report(`${path}/max`, 'number_out_of_range', { least: given.min, most: widest })
}

/** A default is a wire value of the field, or an expression, which is checked where the language is known. */
function checkDefault(field: FieldDefinition, path: string, report: Report): void {
  const value = field.default
  if (value === undefined) return
  if (isRecord(value) && Object.hasOwn(value, 'expression')) {
    checkMembers<{ expression: string }>(value, `${path}/default`, { expression: aText(10_000) }, report)
    return
  }
  const parsed = fieldTypes[field.type].parse(value, field)
  if (parsed.ok) return
  const { code, parameters } = parsed.refusal
  report(`${path}/default`, isErrorCode(code) ? code : 'wrong_type', parameters)
}

/** @throws AppError with an issue for each member that is refused */
export function checkField(input: unknown, surroundings: FieldSurroundings): FieldDefinition {
  const { issues, report } = collect()
  const field = readField(input, '', surroundings, report)
  if (field === undefined || issues.length > 0) throw invalidInput(issues)
  return field
}
