import { numberType } from './number-type.ts'

/** 12.5 is 12.5 %. */
export const percent = numberType(
  'percent',
  'A percentage: 12.5 is 12.5 %',
  ({ decimal, currency }) => (currency === undefined ? decimal : undefined),
  '%',
)
