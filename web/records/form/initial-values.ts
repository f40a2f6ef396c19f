import type { CatalogueObject } from '#shared/metadata/catalogue.ts'

/** What a new record begins with: what the link or list filled in, then the fields' defaults. Computed defaults are the server's. */
export function initialValues(
  object: CatalogueObject,
  prefilled: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {}
  for (const field of object.fields) {
    if (!field.writable) continue
    const computed =
      typeof field.default === 'object' && field.default !== null && 'expression' in field.default
    const value = prefilled[field.wire] ?? (computed ? undefined : field.default)
    if (value !== undefined) values[field.wire] = value
  }
  return values
}
