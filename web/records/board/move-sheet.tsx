import { TextInput } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useContext, useState } from 'react'
import { Dialog } from '#web/design/dialog.tsx'
import { StatusDot } from '#web/design/status-dot.tsx'
import { titleOf } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { BoardColumn } from './board-column.ts'
import { useBoard } from './board-context.ts'
import classes from './move-sheet.module.css'
import { TotalsContext } from './totals-context.ts'

interface MoveSheetProps {
  readonly ids: readonly string[]
  readonly onChoose: (column: BoardColumn) => void
  readonly onClose: () => void
}

/** From so many columns on they are searched. */
const many = 12

/** Moving without dragging: the columns to choose from. */
export function MoveSheet({ ids, onChoose, onClose }: MoveSheetProps) {
  const { t, language } = useMessages()
  const { columns, pool, query } = useBoard()
  const { totals } = useContext(TotalsContext)
  const [text, setText] = useState('')
  const known = pool.find(ids[0] ?? '')
  const here = ids.length === 1 ? known?.column : undefined
  const title =
    ids.length === 1 && known !== undefined
      ? t('board.moveOne', { name: titleOf(query.object, known.record) })
      : t('board.moveMany', { count: ids.length })
  const found = columns.filter(({ name }) => name.toLowerCase().includes(text.trim().toLowerCase()))
  return (
    <Dialog opened onClose={onClose} title={title} width={360}>
      {columns.length > many && (
        <TextInput
          className={classes.search ?? ''}
          aria-label={t('board.switchColumn')}
          value={text}
          data-autofocus
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <ul className={classes.columns}>
        {found.map((column) => (
          <li key={column.id}>
            <button
              type="button"
              aria-current={column.id === here || undefined}
              disabled={column.id === here}
              onClick={() => onChoose(column)}
            >
              <StatusDot color={column.color}>{column.name}</StatusDot>
              {column.id === here ? (
                <span className={classes.end}>
                  <IconCheck size={14} aria-hidden />
                  {t('board.here')}
                </span>
              ) : (
                <span className={classes.end}>
                  {(totals.get(column.id)?.count ?? 0).toLocaleString(language)}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
