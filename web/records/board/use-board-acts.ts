import { useNavigate } from '@tanstack/react-router'
import { useMemo, useRef } from 'react'
import type { BoardDefinition } from '#shared/metadata/view.ts'
import { type RecordData, useUpdateField } from '#web/data/index.ts'
import { showToast } from '#web/design/toast-store.ts'
import { titleOf } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { useDelete } from '../use-delete.ts'
import type { ViewState } from '../views/view-state.ts'
import type { CardActs } from './board-context.ts'
import { type BoardQuery, columnQuery } from './board-query.ts'
import type { BoardStore } from './board-store.ts'
import { withFolded } from './build-columns.ts'
import type { CardPool } from './card-pool.ts'
import { lift, liftOf } from './lift.ts'

interface ActsNeed {
  readonly state: ViewState
  readonly mayCross: (record: RecordData) => boolean
  readonly mayLift: (record: RecordData) => boolean
  readonly mayRename: (record: RecordData) => boolean
  readonly board: BoardDefinition
  readonly folded: ReadonlySet<string>
  readonly query: BoardQuery
  readonly store: BoardStore
  readonly pool: CardPool
  readonly manual: boolean
  readonly heightOf: (record: Parameters<CardActs['rename']>[0]) => number
  readonly askWhere: (ids: readonly string[]) => void
}

/** What cards and columns can be told to do; the same object as long as the board is the same. */
export function useBoardActs(need: ActsNeed): CardActs {
  const { t } = useMessages()
  const navigate = useNavigate()
  const { object } = need.query
  const remove = useDelete(object)
  const tell = (message: string) => showToast(message, { tone: 'problem' })
  // A card has no place for a name that was refused: it waits in the list of what was not saved.
  const update = useUpdateField({
    holds: true,
    onProblem: (error, { record }) => {
      update.letGo(record.id)
      tell(error.errors[0]?.message ?? error.detail)
    },
    onConflict: ({ theirs }) => {
      update.letGo(theirs.id)
      tell(t('board.renamedByOther', { name: titleOf(object, theirs) }))
    },
  })
  const refuse = (record: RecordData) =>
    void showToast(t('records.mayNotChange', { name: titleOf(object, record) }), { tone: 'problem' })
  const latest = useRef({ need, navigate, remove, update, refuse })
  latest.current = { need, navigate, remove, update, refuse }
  return useMemo((): CardActs => {
    const now = () => latest.current
    return {
      open: (id) => {
        const { need, navigate } = now()
        void navigate({
          to: '/o/$object/$id',
          params: { object: need.query.object.name, id },
          search: { ...need.state.address },
        })
      },
      startRename: (id) => {
        const { pool, store, mayRename } = now().need
        const record = pool.find(id)?.record
        if (record === undefined) return
        if (mayRename(record)) store.set({ editing: id })
        else now().refuse(record)
      },
      rename: (record, title) => {
        const { object } = now().need.query
        const { wire, writable } = object.titleField
        if (!writable) return
        if (JSON.stringify(title ?? null) === JSON.stringify(record[wire] ?? null)) return
        now().update.mutate({ object: object.name, record, values: { [wire]: title ?? null } })
      },
      remove: (records) =>
        now().remove(
          records.map(({ id }) => id),
          records.map((record) => titleOf(now().need.query.object, record)),
        ),
      refuse: (record) => now().refuse(record),
      askWhere: (ids) => {
        const { pool, mayCross } = now().need
        const kept = ids.flatMap((id) => pool.find(id)?.record ?? []).find((record) => !mayCross(record))
        if (kept === undefined) now().need.askWhere(ids)
        else now().refuse(kept)
      },
      lift: (id) => {
        const { need } = now()
        const found = need.pool.find(id)
        if (found === undefined) return
        if (need.mayLift(found.record))
          lift(need, liftOf(need, found, { width: 0, height: need.heightOf(found.record), by: 'keys' }))
        else now().refuse(found.record)
      },
      fold: (column, fold) => {
        const { state, board, folded } = now().need
        state.change({ board: { ...board, folded: withFolded(folded, column, fold) } })
      },
      showInList: (column) => {
        const { filter = '' } = columnQuery(now().need.query, column)
        now().need.state.change({ kind: 'list', filter })
      },
    }
  }, [])
}
