import type { FieldSettings } from './field-type.ts'
import { textType } from './text-type.ts'

/** Written by the write door alone. */
export const autoNumber = textType({
  name: 'autoNumber',
  description: 'A number given by the system, with its prefix',
  usual: 64,
  most: 64,
  line: true,
  settings: ['prefix', 'digits'],
  readOnly: true,
})

/** The text of the counter's `count`-th value: `Q-00042`. */
export const printAutoNumber = (
  field: Pick<FieldSettings, 'prefix' | 'digits'>,
  count: number | bigint,
): string => `${field.prefix ?? ''}${String(count).padStart(field.digits ?? 1, '0')}`
