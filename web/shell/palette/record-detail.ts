import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/records.ts'

const most = 2
const telling = new Set(['relation', 'select', 'text', 'phone', 'email', 'money', 'dateTime', 'date', 'user'])
const related = new Set(['relation', 'user'])

/** The fields that tell two records of one name apart: the leading ones of their list. */
export function detailFields(object: CatalogueObject): readonly Field[] {
  return (object.columns ?? [])
    .flatMap((name) => object.fieldByName.get(name) ?? [])
    .filter((field) => field !== object.titleField && telling.has(field.type))
    .slice(0, most)
}

/** What to ask for along with the title, and which relations to include. */
export function detailQuery(object: CatalogueObject) {
  const fields = detailFields(object)
  return {
    fields: [object.titleField, ...fields].map(({ wire }) => wire),
    include: fields.filter(({ type }) => related.has(type)).map(({ name }) => name),
  }
}

/** The second line of a found record: `制造业 · 0512 6288 4100`. */
export function detailOf(
  object: CatalogueObject,
  record: RecordData,
  print: (field: Field, value: unknown) => string,
  titleOf: (objectName: string, record: unknown) => string,
): string {
  return detailFields(object)
    .map((field) =>
      related.has(field.type)
        ? titleOf(field.to ?? 'user', record[field.name])
        : print(field, record[field.wire]),
    )
    .filter((text) => text !== '')
    .join(' · ')
}
