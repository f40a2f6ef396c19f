import { fileCarriers, fileObject } from '#server/core/access/index.ts'
import { homeColumn } from '#server/core/metadata/columns.ts'
import { storageOf } from '#shared/fields/storage.ts'
import { storedFieldTypes } from '#shared/fields/stored-field-types.ts'
import type { Catalogue, CatalogueObject, Field } from '#shared/metadata/catalogue.ts'

/** What the write door knows of an object before it sees a row; made once for each version of its metadata. */
export interface WritePlan {
  readonly object: CatalogueObject
  /** SQL type of each column that a write may set. */
  readonly columns: ReadonlyMap<string, string>
  readonly derived: readonly Derived[]
  readonly moneyFields: readonly Field[]
  /** Encrypted fields by their column. */
  readonly encrypted: ReadonlyMap<string, Field>
  readonly links: readonly Field[]
  /** Fields that may carry files. */
  readonly files: readonly Field[]
  /** Fields that point to records of any object. */
  readonly anyRecords: readonly Field[]
  /** What such a field may point to: key by name. */
  readonly keyByName: ReadonlyMap<string, string>
  readonly uniqueFields: readonly Field[]
  readonly requiredFields: readonly Field[]
  readonly defaultFields: readonly Field[]
  /** Column of the date that picks exchange rates. */
  readonly rateColumn: string | undefined
  /** Column of a member's main team. */
  readonly teamColumn: string | undefined
}

interface Derived {
  readonly field: Field
  readonly column: string
  readonly compute: NonNullable<(typeof storedFieldTypes)['phone']['derived']>['compute']
}

const plans = new WeakMap<CatalogueObject, WritePlan>()

export function planOf(object: CatalogueObject, catalogue: Catalogue): WritePlan {
  const known = plans.get(object)
  if (known !== undefined) return known
  const plan = makePlan(object, catalogue)
  plans.set(object, plan)
  return plan
}

function makePlan(object: CatalogueObject, catalogue: Catalogue): WritePlan {
  const declared = object.fields.filter((field) => !field.system)
  const columns = new Map<string, string>([
    ['owner_id', 'uuid'],
    ['rank', 'text'],
    ['_search', 'text'],
    ['created_at', 'timestamptz'],
    ...(object.hasMoney ? [['currency', 'text'] as const] : []),
  ])
  const derived: Derived[] = []
  for (const field of declared) {
    const { column, derived: further } = storageOf(field)
    if (column !== undefined) columns.set(field.column, column)
    if (further === undefined) continue
    const name = `_${field.key}${further.suffix}`
    columns.set(name, further.column)
    const compute = field.encrypted === true ? undefined : storedFieldTypes[field.type].derived?.compute
    if (compute !== undefined) derived.push({ field, column: name, compute })
  }
  return {
    object,
    columns,
    derived,
    moneyFields: declared.filter(({ type, encrypted }) => type === 'money' && encrypted !== true),
    encrypted: new Map(
      declared.filter(({ encrypted }) => encrypted === true).map((field) => [field.column, field]),
    ),
    links: declared.filter(({ type }) => type === 'relations'),
    files: object.key === fileObject ? [] : fileCarriers(object, catalogue),
    anyRecords: declared.filter(({ type }) => type === 'anyRecord'),
    keyByName: new Map(catalogue.objects.map(({ name, key }) => [name, key])),
    uniqueFields: declared.filter(({ unique }) => unique === true),
    requiredFields: declared.filter(({ required }) => required === true),
    defaultFields: declared.filter((field) => field.default !== undefined && field.default !== null),
    rateColumn: object.fieldByName.get(object.rateDate ?? '')?.column,
    teamColumn: catalogue.find('user')?.fieldByName.get('team')?.column,
  }
}

/** SQL of an amount in the workspace's currency at the record's rate, from the SQL of its parts. */
export function homeAmountSql(
  schema: string,
  amount: string,
  currency: string,
  date: string,
  home: string,
): string {
  return `case when ${currency} = ${home} then ${amount} else round(${amount} * ${schema}._rate(${currency}, ${date}), 6) end`
}

export const homeColumnOf = (field: Field): string => homeColumn(field.key)
