import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { maskable } from './mask.ts'
import type { FieldLevel } from './permissions.ts'

export type LevelRefusal = 'title_stays_visible' | 'not_maskable' | 'required_stays_editable'

/**
 * Why a role cannot give a field this level; undefined where it can.
 * @param creates whether the role makes records of the object: what they need has to be written then
 */
export function levelRefusal(
  object: CatalogueObject,
  field: Field,
  level: FieldLevel,
  creates: boolean,
): LevelRefusal | undefined {
  if (level === 'edit') return undefined
  if (field.key === object.titleField.key && level !== 'read') return 'title_stays_visible'
  if (level === 'masked' && !maskable.has(field.type)) return 'not_maskable'
  const filled = field.default !== undefined && field.default !== null
  if (creates && field.required === true && !filled && field.readOnly !== true)
    return 'required_stays_editable'
  return undefined
}
