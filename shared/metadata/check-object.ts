import { invalidInput } from '#shared/errors.ts'
import { fieldTypes } from '#shared/fields/index.ts'
import { type Label, sameInAllLanguages } from '#shared/language.ts'
import { nearest } from '../nearest.ts'
import { colors, readField } from './check-field.ts'
import { aLabel } from './check-label.ts'
import type { FieldDefinition, ObjectDefinition } from './definition.ts'
import { aName, isReservedName } from './names.ts'
import { aList, aText, type Check, checkMembers, collect, isRecord, oneOf, type Report } from './report.ts'
import { systemFields } from './system-fields.ts'

const mostFields = 1_000
const titleLabel: Label = { 'zh-CN': '名称', 'zh-TW': '名稱', en: 'Name' }
const titleField: FieldDefinition = { name: 'name', type: 'text', label: titleLabel, required: true }

const aSection: Check<{ label: Label; fields: readonly string[] }> = (value, path, report) => {
  const { label, fields } = checkMembers<{ label: Label; fields: readonly string[] }>(
    value,
    path,
    { label: aLabel(200), fields: aList(aName, mostFields) },
    report,
  )
  for (const member of ['label', 'fields'] as const)
    if (isRecord(value) && value[member] === undefined)
      report(`${path}/${member}`, 'required', { label: member })
  return label && fields && { label, fields }
}

const members: { readonly [Name in keyof ObjectDefinition]-?: Check<NonNullable<ObjectDefinition[Name]>> } = {
  name: aName,
  label: aLabel(200),
  pluralLabel: aLabel(200),
  icon: aText(60),
  color: oneOf(colors),
  title: aName,
  app: aText(40),
  description: aLabel(2_000),
  rateDate: aName,
  sections: aList(aSection, 100),
  columns: aList(aName, 100),
  // Each is checked for itself, with the others known.
  fields: (value, path, report) => {
    if (!Array.isArray(value)) report(path, 'wrong_type', { expected: 'array' })
    else if (value.length > mostFields) report(path, 'too_many_values', { most: mostFields })
    return undefined
  },
}

/** What an object's definition is checked against: the names of the other objects. */
interface ObjectSurroundings {
  readonly objects: readonly string[]
}

/**
 * The object that an input declares, complete. One that names no title and has no field `name` gets that field.
 * @throws AppError with an issue for each member that is refused
 */
export function checkObject(input: unknown, { objects }: ObjectSurroundings): ObjectDefinition {
  const { issues, report } = collect()
  const given = checkMembers<ObjectDefinition>(input, '', members, report)
  const { name } = given
  if (name === undefined) {
    if (isRecord(input) && (input.name ?? undefined) === undefined)
      report('/name', 'required', { label: 'name' })
    throw invalidInput(issues)
  }
  checkObjectName(name, objects, report)
  const inputs = isRecord(input) && Array.isArray(input.fields) ? input.fields.slice(0, mostFields) : []
  const fields: FieldDefinition[] = []
  inputs.forEach((field, index) => {
    const surroundings = { objects: [...objects, name], others: fields }
    const checked = readField(field, `/fields/${index}`, surroundings, report)
    if (checked) fields.push(checked)
  })
  if (issues.length > 0) throw invalidInput(issues)
  const named = given.title !== undefined || fields.some((field) => field.name === 'name')
  const all = named ? fields : [titleField, ...fields]
  checkFieldReferences({ ...given, name }, all, report)
  if (issues.length > 0) throw invalidInput(issues)
  return { ...given, name, label: given.label ?? sameInAllLanguages(name), fields: all }
}

/**
 * The properties of an object after a change; fields have operations of their own.
 * @param current the object as it is, without what an input may not name
 * @throws AppError with an issue for each member that is refused
 */
export function checkObjectChange(
  input: unknown,
  current: ObjectDefinition,
  { objects }: ObjectSurroundings,
): ObjectDefinition {
  const { issues, report } = collect()
  const given = checkMembers<ObjectDefinition>(input, '', members, report)
  if (isRecord(input) && Object.hasOwn(input, 'fields'))
    report('/fields', 'unknown_member', { name: 'fields', suggestion: '' })
  const removed = isRecord(input) ? Object.keys(input).filter((name) => input[name] === null) : []
  for (const member of removed)
    if (member === 'name' || member === 'label') report(`/${member}`, 'required', { label: member })
  const kept = Object.entries(current).filter(([name]) => !removed.includes(name))
  const { name, label, fields } = current
  const changed: ObjectDefinition = { ...Object.fromEntries(kept), name, label, fields, ...given }
  if (changed.name !== current.name) checkObjectName(changed.name, objects, report)
  checkFieldReferences({ ...given, name: changed.name }, current.fields, report)
  if (issues.length > 0) throw invalidInput(issues)
  return changed
}

function checkObjectName(name: string, objects: readonly string[], report: Report): void {
  const lower = name.toLowerCase()
  if (isReservedName(name) || objects.some((other) => other.toLowerCase() === lower))
    report('/name', 'name_taken', { name })
}

/** Title, columns and sections name fields of the object. */
function checkFieldReferences(
  given: Partial<ObjectDefinition> & Pick<ObjectDefinition, 'name'>,
  fields: readonly FieldDefinition[],
  report: Report,
): void {
  const names = [...fields, ...systemFields, { name: 'currency' }].map((field) => field.name)
  const check = (name: string, path: string) => {
    if (!names.includes(name))
      report(path, 'unknown_field', { object: given.name, name, suggestion: nearest(name, names) })
  }
  if (given.title !== undefined) {
    check(given.title, '/title')
    const field = fields.find(({ name }) => name === given.title)
    const isText = field !== undefined && fieldTypes[field.type].column === 'text' && field.encrypted !== true
    if (names.includes(given.title) && !isText) report('/title', 'invalid_title_field', { name: given.title })
  }
  if (given.rateDate !== undefined) {
    check(given.rateDate, '/rateDate')
    const field = fields.find(({ name }) => name === given.rateDate)
    if (field?.encrypted === true) report('/rateDate', 'not_encryptable', { type: field.type })
  }
  given.columns?.forEach((name, index) => {
    check(name, `/columns/${index}`)
  })
  given.sections?.forEach((section, index) => {
    section.fields.forEach((name, at) => {
      check(name, `/sections/${index}/fields/${at}`)
    })
  })
}
