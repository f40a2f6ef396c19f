import { formatMoney } from '#shared/fields/money-format.ts'
import type { Field } from '#shared/metadata/catalogue.ts'
import { useLocale } from '#web/data/index.ts'
import { useFormat } from '#web/fields/index.ts'

/** From this number on, in its unit, a sum says nothing more by its fraction: `¥4,816万`, but `¥5.14亿`. */
const whole = 100

/** Sums as people read them at a glance: compact, in the workspace's currency. */
export function useSumFormat(field: Field | undefined): (sum: number) => string {
  const { language, currency } = useLocale()
  const format = useFormat()
  return (sum) => {
    if (field === undefined) return ''
    if (field.type !== 'money') return format(field, sum)
    const text = formatMoney(String(Math.round(sum)), currency, language, { compact: true })
    return text.replace(/[\d,]+\.\d+/, (figure) => {
      const units = Number(figure.replaceAll(',', ''))
      return units >= whole || Number.isInteger(units) ? Math.round(units).toLocaleString(language) : figure
    })
  }
}
