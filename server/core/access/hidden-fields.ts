import type { Catalogue } from '#shared/metadata/catalogue.ts'

/** Keys of fields by key of their object. */
export type HiddenFields = ReadonlyMap<string, ReadonlySet<string>>

const none: HiddenFields = new Map()
const known = new WeakMap<Catalogue, HiddenFields>()

/** Notes what a restricted catalogue leaves out of the objects that it has. */
export function noteHidden(seen: Catalogue, whole: Catalogue): void {
  const hidden = seen.objects.flatMap(({ key, fieldByKey }) => {
    const fields = (whole.byKey(key)?.fields ?? []).filter((field) => !fieldByKey.has(field.key))
    return fields.length === 0 ? [] : [[key, new Set(fields.map((field) => field.key))] as const]
  })
  known.set(seen, new Map(hidden))
}

/** What is kept from who goes by this catalogue: the change log still knows it by its keys. */
export const hiddenFields = (seen: Catalogue): HiddenFields => known.get(seen) ?? none
