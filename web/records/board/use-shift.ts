import { useCallback } from 'react'
import type { Field } from '#shared/metadata/catalogue.ts'
import { type RecordData, useLocale } from '#web/data/index.ts'
import type { BoardColumn } from './board-column.ts'
import type { Shift } from './totals.ts'

/** How the figures of two columns change with a card. */
export type ShiftOf = (record: RecordData, from: string, to: string) => Shift

export function useShift(sum: Field | undefined, columns: readonly BoardColumn[]): ShiftOf {
  const { currency } = useLocale()
  return useCallback(
    (record, from, to) => {
      const foreign = typeof record.currency === 'string' && record.currency !== currency
      const weight = (id: string) => columns.find((column) => column.id === id)?.probability ?? 0
      return {
        from,
        to,
        amount: sum === undefined || foreign ? undefined : Number(record[sum.wire] ?? 0),
        weightFrom: weight(from),
        weightTo: weight(to),
      }
    },
    [sum, columns, currency],
  )
}
