import { useMemo } from 'react'
import type { Field } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { type BoardColumn, columnIdOf, isClosed } from './board-column.ts'
import { cardHeight } from './card-height.ts'
import type { CardLayout } from './card-layout.ts'
import { isOngoing, type Risk, risksOf } from './risk.ts'
import { useToday } from './use-today.ts'

const none: readonly Risk[] = []

/** What is worked out of each card once, however often columns are laid out: its risks, and how high it is. */
export function useCardFacts(
  layout: CardLayout,
  columns: readonly BoardColumn[],
  field: Field,
  phone: boolean,
) {
  const today = useToday()
  return useMemo(() => {
    const closed = new Set(columns.filter(isClosed).map(({ id }) => id))
    const isOpen = (record: RecordData) =>
      !closed.has(columnIdOf(record[field.wire])) && isOngoing(record, layout.signs)
    const risks = new WeakMap<RecordData, readonly Risk[]>()
    const heights = new WeakMap<RecordData, number>()
    const riskOf = (record: RecordData) => {
      const known = risks.get(record)
      if (known !== undefined) return known
      const found = isOpen(record) ? risksOf(record, layout.signs, today) : none
      risks.set(record, found)
      return found
    }
    const heightOf = (record: RecordData) => {
      const known = heights.get(record)
      if (known !== undefined) return known
      const height = cardHeight(record, layout, riskOf(record).length > 0, phone)
      heights.set(record, height)
      return height
    }
    return { isOpen, risksOf: riskOf, heightOf }
  }, [layout, columns, field, phone, today])
}
