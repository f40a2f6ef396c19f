import { IconArrowsRightLeft } from '@tabler/icons-react'
import { useMemo } from 'react'
import { Button } from '#web/design/button.tsx'
import { useCommandsOfPage } from '#web/design/commands.ts'
import { useKeys } from '#web/design/use-keys.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { ActButtons } from '../bulk/act-buttons.tsx'
import bar from '../bulk/bulk.module.css'
import { useBulkActs } from '../bulk/use-bulk-acts.tsx'
import { layOutColumns } from '../list/columns.ts'
import { useBoard } from './board-context.ts'
import { useMoment } from './board-store.ts'
import classes from './selection-bar.module.css'

/** E is the name of the active card here. */
const keys = { assign: 'A', clear: 'Esc' } as const

/** What can be done with the ticked cards. */
export function SelectionBar() {
  const { store } = useBoard()
  const selected = useMoment(store, (moment) => moment.selected)
  return selected.size === 0 ? null : <Acts selected={selected} />
}

function Acts({ selected }: { selected: ReadonlySet<string> }) {
  const { t } = useMessages()
  const { store, acts: cards, pool, query, mayCross } = useBoard()
  const { object, catalogue, filter, search, sort } = query
  const count = selected.size
  const ticked = [...selected].flatMap((id) => pool.find(id)?.record ?? [])
  const paths = useMemo(
    () => layOutColumns(object, {}, catalogue).map(({ path }) => path),
    [object, catalogue],
  )
  const { acts, panel } = useBulkActs({
    chosen: {
      object,
      ids: selected,
      everything: false,
      ticked,
      search: { filter, search, sort },
      clear: () => store.set({ selected: new Set() }),
    },
    count,
    keys,
    paths,
  })
  const move = () => cards.askWhere([...selected])
  const kept = ticked.filter((record) => !mayCross(record)).length
  useKeys({ a: () => acts.find(({ id }) => id === 'assign')?.run() })
  useCommandsOfPage(
    kept > 0
      ? []
      : [
          {
            id: 'chosen move',
            title: t('board.moveMany', { count }),
            words: 'move column stage',
            icon: <IconArrowsRightLeft aria-hidden />,
            place: 9,
            run: move,
          },
        ],
  )
  return (
    <div className={[bar.place, classes.place].join(' ')}>
      {panel}
      <div className={bar.bar} role="toolbar" aria-label={t('board.selected', { count })}>
        <strong aria-live="polite">{t('board.selected', { count })}</strong>
        <span className={bar.rule} />
        <Button
          variant="subtle"
          icon={IconArrowsRightLeft}
          disabledReason={kept > 0 ? t('records.mayNotDo', { count: kept }) : undefined}
          onClick={move}
        >
          {t('board.moveTo')}
        </Button>
        <ActButtons acts={acts} />
      </div>
    </div>
  )
}
