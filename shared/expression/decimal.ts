import { Decimal as DefaultDecimal } from 'decimal.js'

/**
 * Wide enough that sums, differences and products are exact, as PostgreSQL's numeric is: a field holds down to 1e-324,
 * a product of two such sums has less than 1,000 digits.
 */
export const Decimal = DefaultDecimal.clone({
  precision: 1_000,
  rounding: DefaultDecimal.ROUND_HALF_UP,
  toExpNeg: -1_000,
  toExpPos: 1_000,
})
export type Decimal = DefaultDecimal

/** Quotients, rounded afterwards, need not be as long. */
const Quotient = Decimal.clone({ precision: 150 })

/** Digits after the point that quotients and products keep; here and in SQL. */
const quotientDigits = 10
const productDigits = 20
/** A product or quotient as large as this is empty, so that no expression grows without bound. */
const bound = new Decimal('1e40')

const bounded = (value: Decimal): Decimal | null => (value.abs().lt(bound) ? new Decimal(value) : null)

/** Rounded to 20 digits after the point; null from 1e40 on. */
export const multiply = (a: Decimal, b: Decimal): Decimal | null =>
  bounded(new Decimal(a).times(b).toDecimalPlaces(productDigits))

/** Rounded to 10 digits after the point; null by zero and from 1e40 on. */
export const divide = (a: Decimal, b: Decimal): Decimal | null =>
  b.isZero() ? null : bounded(new Quotient(a).div(b).toDecimalPlaces(quotientDigits))
