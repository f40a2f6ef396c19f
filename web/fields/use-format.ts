import { useCallback } from 'react'
import { fieldTypes } from '#shared/fields/index.ts'
import type { Field } from '#shared/metadata/catalogue.ts'
import { useLocale } from '#web/data/index.ts'

/** Prints a wire value as people read it; blank values as nothing. */
export function useFormat(): (field: Field, value: unknown) => string {
  const locale = useLocale()
  return useCallback(
    (field, value) =>
      value === null || value === undefined ? '' : fieldTypes[field.type].format(value, field, locale),
    [locale],
  )
}
