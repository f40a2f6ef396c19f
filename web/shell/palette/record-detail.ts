import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/records.ts'

const most = 2
/** What people know a record by comes before what state it is in. */
const telling = ['relation', 'text', 'phone', 'email', 'user', 'money', 'date', 'dateTime', 'select']
const related = new Set(['relation', 'user'])

/** The fields that tell two records of one name apart: the leading ones of their list. */
function detailFields(object: CatalogueObject): readonly Field[] {
  return (object.columns ?? [])
    .flatMap((name) => object.fieldByName.get(name) ?? [])
    .filter((field) => field !== object.titleField && telling.includes(field.type))
    .toSorted((a, b) => telling.indexOf(a.type) - telling.indexOf(b.type))
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

/** The second line of a found record: `泓远精密制造，采购经理`. */
export function detailOf(
  object: CatalogueObject,
  record: RecordData,
  print: (field: Field, value: unknown) => string,
  titleOf: (objectName: string, record: unknown) => string,
  separator: string,
): string {
  return detailFields(object)
    .map((field) =>
      related.has(field.type)
        ? titleOf(field.to ?? 'user', record[field.name])
        : print(field, record[field.wire]),
    )
    .filter((text) => text !== '')
    .join(separator)
}
