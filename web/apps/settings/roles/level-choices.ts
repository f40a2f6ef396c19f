import { levelRefusal } from '#shared/access/level-refusal.ts'
import { type FieldLevel, fieldLevels } from '#shared/access/permissions.ts'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'

/** Fields of which a role can say something. */
export const limitable = ({ fields }: CatalogueObject): readonly Field[] =>
  fields.filter(({ system }) => !system)

/** A field that the system fills in is read at the most: that is what `edit`, the usual, means of it. */
export const shownLevel = (field: Field, level: FieldLevel): FieldLevel =>
  level === 'edit' && !field.writable ? 'read' : level

/** What is kept of a level that was chosen. */
export const keptLevel = (field: Field, level: FieldLevel): FieldLevel =>
  level === 'read' && !field.writable ? 'edit' : level

export type LevelReason =
  | 'access.because_title'
  | 'access.because_mask'
  | 'access.because_required'
  | 'access.because_system'
  | 'access.beyondOwn'

const refusals = {
  title_stays_visible: 'access.because_title',
  not_maskable: 'access.because_mask',
  required_stays_editable: 'access.because_required',
} as const

/**
 * Why a field cannot be given a level; undefined where it can.
 * @param ownLevel of the person who gives it: more is not theirs to give
 */
export function levelReason(
  object: CatalogueObject,
  field: Field,
  level: FieldLevel,
  { ownLevel, creates }: { readonly ownLevel: FieldLevel; readonly creates: boolean },
): LevelReason | undefined {
  if (level === 'edit' && !field.writable) return 'access.because_system'
  const kept = keptLevel(field, level)
  if (fieldLevels.indexOf(kept) > fieldLevels.indexOf(ownLevel)) return 'access.beyondOwn'
  const refusal = levelRefusal(object, field, kept, creates)
  return refusal && refusals[refusal]
}

/** The one reason that is worth a line beside the field: what is said of every field of its kind is none. */
export const toldReason = (reasons: readonly (LevelReason | undefined)[]): LevelReason | undefined =>
  reasons.find((reason) => reason !== undefined && reason !== 'access.because_mask')
