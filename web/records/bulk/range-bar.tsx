import { IconX } from '@tabler/icons-react'
import { formatMoney } from '#shared/fields/money-format.ts'
import { useLocale } from '#web/data/index.ts'
import { IconButton } from '#web/design/icon-button.tsx'
import { Kbd } from '#web/design/kbd.tsx'
import { withMod } from '#web/design/use-keys.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { breadthOf, type Range } from '../grid/cell.ts'
import { type Column, holderOf } from '../list/columns.ts'
import type { Lines } from '../list/line.ts'
import classes from './bulk.module.css'
import { sumOf } from './sum.ts'

const figures = new Set(['money', 'number'])
/** Lines of a range that are reckoned with; a larger one is told by its size alone. */
const most = 20_000

interface RangeBarProps {
  readonly columns: readonly Column[]
  readonly lines: Lines
  readonly range: Range
  readonly onClose: () => void
}

/** How many cells the range holds, and the sum of its figures where they are of one kind. */
export function RangeBar({ columns, lines, range, onClose }: RangeBarProps) {
  const { t, language } = useMessages()
  const { currency } = useLocale()
  const numeric = columns.slice(range.left, range.right + 1).filter(({ field }) => figures.has(field.type))
  const values: unknown[] = []
  const currencies = new Set<unknown>()
  let rows = 0
  for (let line = range.top; line <= Math.min(range.bottom, range.top + most); line++) {
    const found = lines.at(line)
    if (found?.kind !== 'record') continue
    rows += 1
    for (const column of numeric) {
      const holder = holderOf(found.record, column)
      const value = holder?.[column.field.wire] ?? null
      if (value === null) continue
      values.push(value)
      currencies.add(holder?.currency ?? currency)
    }
  }
  const types = new Set(numeric.map(({ field }) => field.type))
  const isMoney = types.has('money')
  const reckoned = values.length > 0 && types.size === 1 && (!isMoney || currencies.size === 1)
  const print = (amount: string) =>
    isMoney
      ? formatMoney(amount, String([...currencies][0]), language, { compact: true })
      : Number(amount).toLocaleString(language, { maximumFractionDigits: 2 })
  const sum = reckoned ? sumOf(values) : '0'
  return (
    <div className={classes.place} data-floating>
      <div className={classes.bar} role="status">
        <strong>{t('table.cellsSelected', { count: rows * breadthOf(range) })}</strong>
        {reckoned && (
          <>
            <span className={classes.sum} title={sum}>
              {t('records.sum')} {print(sum)}
            </span>
            <span className={classes.sum}>
              {t('table.averageOf')} {print(String(Math.round((Number(sum) / values.length) * 100) / 100))}
            </span>
          </>
        )}
        <span className={classes.rule} />
        <span className={classes.hint}>
          {t('table.keyFillDown')}
          <Kbd>{withMod('D')}</Kbd>
        </span>
        <IconButton icon={IconX} label={t('records.clearSelection')} keyHint="Esc" onClick={onClose} />
      </div>
    </div>
  )
}
