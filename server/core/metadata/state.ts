import type { FieldDefinition, ObjectDefinition } from '#shared/metadata/definition.ts'
import type { WorkspaceSettings } from '#shared/metadata/settings.ts'

/**
 * The metadata as it is stored. Inside `definition` and `shipped` objects and fields are named by key (`to`, `title`,
 * `sections`, `columns`, `rateDate`), so that a rename touches one row.
 */
export type ObjectProperties = Omit<ObjectDefinition, 'name' | 'fields'>
export type FieldProperties = Omit<FieldDefinition, 'name'>

export interface FieldRow {
  readonly key: string
  readonly name: string
  readonly position: number
  readonly definition: FieldProperties
  /** What the declaration in code said when it was merged last; null for custom fields. */
  readonly shipped: (FieldProperties & { readonly name: string }) | null
  readonly removed: boolean
}

export interface ObjectRow {
  readonly key: string
  readonly name: string
  readonly position: number
  readonly definition: ObjectProperties
  readonly shipped: (ObjectProperties & { readonly name: string }) | null
  readonly removed: boolean
  readonly fields: readonly FieldRow[]
}

export interface MetadataState {
  readonly version: number
  readonly shippedDigest: string
  /** Undefined until the workspace is complete. */
  readonly settings: WorkspaceSettings | undefined
  readonly objects: readonly ObjectRow[]
}

export const liveObjects = (objects: readonly ObjectRow[]): ObjectRow[] =>
  objects.filter((object) => !object.removed)

export const liveFields = (object: ObjectRow): FieldRow[] => object.fields.filter((field) => !field.removed)

/** Key of the field that names a record. */
export const titleKey = (object: ObjectRow): string | undefined =>
  object.definition.title ??
  liveFields(object).find((field) => field.name === 'name')?.key ??
  liveFields(object)[0]?.key

/** Key of the object whose records a field holds the ids of. */
export function referenceTarget(field: FieldRow): string | undefined {
  const { type, to } = field.definition
  if (type === 'user' || type === 'file') return type
  return type === 'relation' || type === 'relations' ? to : undefined
}
