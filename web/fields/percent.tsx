import type { FieldView } from './field-view.ts'
import { number } from './number.tsx'

/** Typed and shown with its sign; the field type reads `12.5%` and `12.5` alike. */
export const percent: FieldView = number
