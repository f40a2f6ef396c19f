import { shiftDecimal } from './decimal-text.ts'
import { numberType } from './number-type.ts'

export const number = numberType(
  'number',
  'A number of at most 15 significant digits',
  ({ decimal, percent, currency }) => {
    if (currency !== undefined) return undefined
    return percent ? shiftDecimal(decimal, -2) : decimal
  },
  '',
)
