import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'

const preferred = ['kind', 'status', 'stage', 'priority']

/** The choice that colours records: what kind they are, how they stand, else the first choice with colours. */
export function colorField(object: CatalogueObject): Field | undefined {
  const choices = object.fields.filter(
    ({ type, options }) => type === 'select' && options?.some(({ color }) => color !== undefined) === true,
  )
  const [first] = preferred.flatMap((name) => choices.find((field) => field.name === name) ?? [])
  return first ?? choices[0]
}
