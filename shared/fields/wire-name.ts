import type { FieldTypeName } from './field-type.ts'

/** Member of a record's JSON that holds a field: `company` → `companyId`, `tags` (relations) → `tagIds`. */
export function wireName(field: { readonly name: string; readonly type: FieldTypeName }): string {
  switch (field.type) {
    case 'relation':
    case 'user':
      return `${field.name}Id`
    case 'relations':
      return `${singular(field.name)}Ids`
    default:
      return field.name
  }
}

function singular(name: string): string {
  if (name.endsWith('ies')) return `${name.slice(0, -3)}y`
  return name.endsWith('s') ? name.slice(0, -1) : name
}
