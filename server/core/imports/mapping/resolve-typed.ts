import type { Locale } from '#shared/fields/field-type.ts'
import type { ColumnMapping, ColumnProposal } from '#shared/imports/contract.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { TypedMapping } from './mapping-text.ts'
import type { ColumnProfile } from './profile.ts'
import { corrections, proposeMapping } from './propose.ts'

/**
 * What the user wrote, and for all other columns what was proposed. A typed mapping keeps the proposals for what it
 * leaves open (order of dates, corrected choices); a field that was typed is not proposed to another column.
 */
export function resolveTyped(
  object: CatalogueObject,
  profiles: readonly ColumnProfile[],
  proposals: readonly ColumnProposal[],
  typed: readonly TypedMapping[],
  corrected: Readonly<Record<string, Readonly<Record<string, string>>>>,
  locale: Locale,
): ColumnMapping[] {
  const spoken = new Set(typed.map(({ column }) => column))
  const taken = new Set(typed.flatMap(({ field }) => (field === undefined ? [] : [fieldName(object, field)])))
  const kept = proposals
    .filter(({ column }) => !spoken.has(column))
    .flatMap(({ mappings }) => mappings.filter(({ field }) => !taken.has(field)))
  const written = typed.flatMap(({ column, field, options, member }): ColumnMapping[] => {
    if (field === undefined) return []
    const found = object.fieldByName.get(field) ?? object.fieldByWire.get(field)
    const profile = profiles.find((each) => each.column === column)
    if (found === undefined || profile === undefined) return [{ column, field, ...options }]
    const part = found.type === 'address' ? member : undefined
    const mapping: ColumnMapping = {
      ...proposeMapping(profile, found, locale),
      ...options,
      ...(part !== undefined && { part }),
      ...(found.type !== 'address' && member !== undefined && { by: member }),
    }
    const values = mapping.create === true ? {} : corrections(profile, found, mapping, locale)
    return [withValues(mapping, values)]
  })
  return [...kept, ...written].map((mapping) => withValues(mapping, corrected[mapping.column] ?? {}))
}

const fieldName = (object: CatalogueObject, name: string) => object.fieldByWire.get(name)?.name ?? name

function withValues(mapping: ColumnMapping, more: Readonly<Record<string, string>>): ColumnMapping {
  const values = { ...mapping.values, ...more }
  return Object.keys(values).length === 0 ? mapping : { ...mapping, values }
}
