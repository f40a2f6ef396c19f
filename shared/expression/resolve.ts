import { AppError } from '#shared/app-error.ts'
import type { Catalogue, CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { nearest } from '#shared/nearest.ts'
import { fold } from './fold.ts'
import type { PathNode, Span } from './syntax.ts'
import type { FieldNode, Step, Type } from './typed.ts'

/** Parts of an address that an expression can dot into. */
const addressMembers = ['country', 'province', 'city', 'district', 'code', 'street', 'postalCode'] as const

const typeOfField: Readonly<Record<Field['type'], Type>> = {
  text: 'text',
  longText: 'text',
  richText: 'text',
  email: 'text',
  phone: 'text',
  url: 'text',
  autoNumber: 'text',
  select: 'text',
  number: 'number',
  money: 'number',
  percent: 'number',
  rating: 'number',
  boolean: 'boolean',
  date: 'date',
  dateTime: 'dateTime',
  multiSelect: 'list',
  tags: 'list',
  user: 'record',
  relation: 'record',
  relations: 'ids',
  file: 'id',
  anyRecord: 'anyRecord',
  address: 'address',
  json: 'json',
}

/** The object on the other side of a relation. */
export function targetOf(field: Field, catalogue: Catalogue): CatalogueObject | undefined {
  if (field.type !== 'relation' && field.type !== 'user') return undefined
  return catalogue.find(field.to ?? 'user')
}

type Found = { readonly field: Field; readonly asId: boolean }

/** A field by its name, its name on the wire, or a label in any language, case and width aside. */
function findField(object: CatalogueObject, name: string): Found | undefined {
  const byName = object.fieldByName.get(name)
  if (byName !== undefined) return { field: byName, asId: false }
  const byWire = object.fieldByWire.get(name)
  if (byWire !== undefined) return { field: byWire, asId: true }
  const wanted = fold(name)
  for (const field of object.fields) {
    if (fold(field.name) === wanted || Object.values(field.label).some((label) => fold(label) === wanted)) {
      return { field, asId: false }
    }
    if (fold(field.wire) === wanted) return { field, asId: true }
  }
  return undefined
}

/**
 * A dotted path → the fields it leads through.
 * @throws AppError `expression_unknown_field` with the place and the nearest right word; `expression_type` for a dot after a plain value.
 */
export function resolvePath(node: PathNode, catalogue: Catalogue, start: CatalogueObject): FieldNode {
  const span: Span = { start: node.start, end: node.end }
  const steps: Step[] = []
  let object: CatalogueObject | undefined = start
  let type: Type = 'record'
  for (const [index, { name, start: at }] of node.steps.entries()) {
    const column = at + 1
    const last = index === node.steps.length - 1
    if (type === 'address') {
      const whole = steps.at(-1)!.field
      if (whole.encrypted === true) throw new AppError('field_encrypted', { column, name: whole.name })
      const member = addressMembers.find((candidate) => fold(candidate) === fold(name))
      if (member === undefined || !last) throw unknownField(column, 'address', name, addressMembers)
      return { kind: 'field', type: 'text', steps, member, ...span }
    }
    if (object === undefined)
      throw new AppError('expression_type', { column, expected: 'record', actual: type })
    if (name === 'id') {
      if (!last) throw new AppError('expression_type', { column, expected: 'record', actual: 'id' })
      return { kind: 'field', type: 'id', steps, ...span }
    }
    const found: Found | undefined = node.keyed ? keyed(object, name) : findField(object, name)
    if (found === undefined) {
      const names = object.fields.flatMap((field) => [field.name, ...Object.values(field.label)])
      throw unknownField(column, object.name, name, names)
    }
    steps.push({ object, field: found.field })
    type = typeOfField[found.field.type]
    if (type === 'record' && found.asId) type = 'id'
    object = type === 'record' ? targetOf(found.field, catalogue) : undefined
  }
  return { kind: 'field', type, steps, ...span }
}

/** A field whose value who asks may know whole: what is compared, sorted or grouped gives itself away. @throws AppError `field_masked` */
export function readable(field: FieldNode, { start }: Span): FieldNode {
  const masked = field.steps.find((step) => step.field.masked === true)
  if (masked !== undefined) throw new AppError('field_masked', { column: start + 1, name: masked.field.name })
  return field
}

function keyed(object: CatalogueObject, key: string): Found | undefined {
  const field = object.fieldByKey.get(key)
  return field && { field, asId: false }
}

function unknownField(column: number, object: string, name: string, names: Iterable<string>): AppError {
  return new AppError('expression_unknown_field', { column, object, name, suggestion: nearest(name, names) })
}

/** A relation's title in place of the record: `company` → `company.name`. Undefined for all that is no relation. */
export function titleOf(node: FieldNode, catalogue: Catalogue): FieldNode | undefined {
  const field = node.type === 'record' ? node.steps.at(-1)?.field : undefined
  const target = field && targetOf(field, catalogue)
  if (target === undefined) return undefined
  return { ...node, type: 'text', steps: [...node.steps, { object: target, field: target.titleField }] }
}
