import { Decimal } from '../decimal.ts'
import type { FunctionDefinition, Value } from './function.ts'

const onNumbers =
  (compute: (...numbers: Decimal[]) => Decimal | null) =>
  (values: readonly Value[]): Value => {
    if (values.some((value) => !Decimal.isDecimal(value))) return null
    return compute(...(values as Decimal[]))
  }

/** Digits to round to: whole, between −15 and 15. */
const digitBounds = { least: -15, most: 15 } as const

const clampDigits = (digits: Decimal): number =>
  Math.max(digitBounds.least, Math.min(digitBounds.most, digits.trunc().toNumber()))

function roundTo(value: Decimal, digits: number): Decimal {
  if (digits >= 0) return value.toDecimalPlaces(digits, Decimal.ROUND_HALF_UP)
  const unit = new Decimal(10).pow(-digits)
  return value.div(unit).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).times(unit)
}

export const number = {
  abs: {
    aliases: ['绝对值', '絕對值'],
    parameters: [['number']],
    result: 'number',
    help: { 'zh-CN': '绝对值', 'zh-TW': '絕對值', en: 'Without its sign' },
    evaluate: onNumbers((value) => value.abs()),
  },
  round: {
    aliases: ['四舍五入', '四捨五入'],
    parameters: [['number'], ['number']],
    optional: 1,
    result: 'number',
    help: { 'zh-CN': '四舍五入到几位小数', 'zh-TW': '四捨五入到幾位小數', en: 'Rounded to so many digits' },
    evaluate: onNumbers((value, digits) => roundTo(value, digits === undefined ? 0 : clampDigits(digits))),
  },
  floor: {
    aliases: ['向下取整'],
    parameters: [['number']],
    result: 'number',
    help: { 'zh-CN': '向下取整', 'zh-TW': '無條件捨去到整數', en: 'The whole number below' },
    evaluate: onNumbers((value) => value.floor()),
  },
  ceiling: {
    aliases: ['向上取整'],
    parameters: [['number']],
    result: 'number',
    help: { 'zh-CN': '向上取整', 'zh-TW': '無條件進位到整數', en: 'The whole number above' },
    evaluate: onNumbers((value) => value.ceil()),
  },
  min: {
    aliases: ['较小值', '較小值'],
    parameters: [['number'], ['number']],
    result: 'number',
    help: { 'zh-CN': '两数中较小的', 'zh-TW': '兩數中較小的', en: 'The smaller of two' },
    evaluate: onNumbers((a, b) => Decimal.min(a!, b!)),
  },
  max: {
    aliases: ['较大值', '較大值'],
    parameters: [['number'], ['number']],
    result: 'number',
    help: { 'zh-CN': '两数中较大的', 'zh-TW': '兩數中較大的', en: 'The larger of two' },
    evaluate: onNumbers((a, b) => Decimal.max(a!, b!)),
  },
  mod: {
    aliases: ['余数', '餘數'],
    parameters: [['number'], ['number']],
    result: 'number',
    help: { 'zh-CN': '相除的余数', 'zh-TW': '相除的餘數', en: 'What a division leaves' },
    evaluate: onNumbers((a, b) => (b!.isZero() ? null : a!.mod(b!))),
  },
} satisfies Record<string, FunctionDefinition>
