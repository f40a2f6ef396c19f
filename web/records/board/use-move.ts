import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { ApiError, keys, type RecordData, useUpdateField, useUpdateMany } from '#web/data/index.ts'
import { showToast } from '#web/design/toast-store.ts'
import { isBlank, titleOf } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { BoardColumn } from './board-column.ts'
import { demandsOf } from './demands.ts'
import { rankAgain } from './drop-rank.ts'
import type { Shift } from './totals.ts'

/** A card put down: in another column, at another place, or both. */
interface MovedCard {
  readonly record: RecordData
  /** Undefined where the place is not chosen by hand. */
  readonly rank: string | undefined
  /** What the heads will show until the server's figures are there. */
  readonly shift: Shift
}

/** One card or several that go to one column together. */
export interface Move {
  readonly cards: readonly MovedCard[]
  readonly to: BoardColumn
}

/** What has to be answered before a card is taken. */
export interface Question {
  readonly move: Move
  readonly fields: readonly Field[]
  /** Why the server refused what was answered, by wire name. */
  readonly reasons: Readonly<Record<string, string>>
  readonly answers: Readonly<Record<string, unknown>>
}

type Answers = Readonly<Record<string, unknown>>

/**
 * Puts cards down: asks first for what the column requires, writes once, and says why where the server refuses.
 * @param field by which the columns are made
 * @param onRefused a card is back where it was
 */
export function useMove(object: CatalogueObject, field: Field, onRefused: () => void) {
  const { t } = useMessages()
  const client = useQueryClient()
  const [question, setQuestion] = useState<Question>()
  const [shifts, setShifts] = useState<ReadonlyMap<string, Shift>>(new Map())
  const [underway] = useState(() => new Map<string, { move: Move; answers: Answers }>())

  const settle = (ids: readonly string[]) => {
    for (const id of ids) underway.delete(id)
    setShifts((old) => new Map([...old].filter(([id]) => !ids.includes(id))))
  }
  const settleWithFigures = (ids: readonly string[]) =>
    void client.invalidateQueries({ queryKey: keys.aggregates(object.name) }).finally(() => settle(ids))
  const refused = (error: ApiError, ids: readonly string[]) => {
    const made = underway.get(ids[0] ?? '')
    settle(ids)
    onRefused()
    const fields = object.fields.filter(
      (one) => one.writable && one !== field && error.messageFor(one.wire) !== undefined,
    )
    if (made === undefined || fields.length === 0) {
      showToast(error.errors[0]?.message ?? error.detail, { tone: 'problem' })
      return
    }
    const reasons = Object.fromEntries(fields.map(({ wire }) => [wire, error.messageFor(wire) ?? '']))
    const asked = new Set([...demandedBy(object, made.move).fields, ...fields])
    setQuestion({ move: made.move, fields: [...asked], reasons, answers: made.answers })
  }
  const update = useUpdateField({
    onProblem: (error, edit) => refused(error, [edit.record.id]),
    onConflict: ({ edit, theirs }) => {
      settle([edit.record.id])
      onRefused()
      showToast(t('board.movedByOther', { name: titleOf(object, theirs) }), { tone: 'problem' })
    },
    onSaved: (saved) => settleWithFigures([saved.id]),
  })
  const updateMany = useUpdateMany(object.name)

  const write = (move: Move, answers: Answers) => {
    const { cards, to } = move
    const edits = cards.map(({ record, rank, shift }) => {
      const crosses = shift.from !== shift.to
      const missing = Object.entries(answers).filter(([wire]) => cards.length === 1 || isBlank(record[wire]))
      return {
        // What is written back by an undo is what stands here.
        record: typeof record.rank === 'string' ? { ...record, rank: rankAgain(record.rank) } : record,
        values: {
          ...(crosses && { [field.wire]: to.value }),
          ...(rank !== undefined && { rank }),
          ...Object.fromEntries(missing),
        },
        ...(crosses && to.record !== undefined && { shown: { [field.name]: to.record } }),
      }
    })
    const ids = edits.map(({ record }) => record.id)
    for (const id of ids) underway.set(id, { move, answers })
    setShifts((old) => new Map([...old, ...cards.map(({ record, shift }) => [record.id, shift] as const)]))
    const [edit] = edits
    if (edit !== undefined && edits.length === 1) {
      const name = titleOf(object, edit.record)
      const crosses = field.wire in edit.values
      const message = crosses ? t('board.moved', { name, column: to.name }) : t('board.reordered', { name })
      update.mutate({ object: object.name, ...edit, message })
      return
    }
    updateMany.mutate(
      { edits, message: t('board.movedMany', { count: edits.length, column: to.name }) },
      {
        onSuccess: () => settleWithFigures(ids),
        onError: (error) => {
          if (error instanceof ApiError) return refused(error, ids)
          settle(ids)
          onRefused()
        },
      },
    )
  }
  return {
    question,
    shifts,
    /** @returns whether the cards were put down; otherwise a question is open */
    move: (move: Move): boolean => {
      const { fields, cards } = demandedBy(object, move)
      if (fields.length > 0) setQuestion({ move: { ...move, cards }, fields, reasons: {}, answers: {} })
      else write(move, {})
      return fields.length === 0
    },
    answer: (answers: Answers) => {
      if (question !== undefined) write(question.move, answers)
      setQuestion(undefined)
    },
    cancel: () => setQuestion(undefined),
  }
}

/** What the column asks of any of the cards; the cards, those first that it is asked of. */
function demandedBy(object: CatalogueObject, { cards, to }: Move) {
  const asked = cards.map((card) => (card.shift.from === to.id ? [] : demandsOf(object, to, card.record)))
  const first = cards.filter((_, index) => asked[index]?.length !== 0)
  return {
    fields: [...new Set(asked.flat())],
    cards: [...first, ...cards.filter((card) => !first.includes(card))],
  }
}
