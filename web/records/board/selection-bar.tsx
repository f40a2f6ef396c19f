import { IconArrowsRightLeft, IconTrash, IconX } from '@tabler/icons-react'
import { Button } from '#web/design/button.tsx'
import { IconButton } from '#web/design/icon-button.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './board.module.css'
import { useBoard } from './board-context.ts'
import { useMoment } from './board-store.ts'

/** What can be done with the ticked cards. */
export function SelectionBar() {
  const { t } = useMessages()
  const { store, acts, pool } = useBoard()
  const selected = useMoment(store, (moment) => moment.selected)
  if (selected.size === 0) return null
  const count = selected.size
  const clear = () => store.set({ selected: new Set() })
  return (
    <div className={classes.selection} role="toolbar" aria-label={t('board.selected', { count })}>
      <strong aria-live="polite">{t('board.selected', { count })}</strong>
      <Button variant="subtle" icon={IconArrowsRightLeft} onClick={() => acts.askWhere([...selected])}>
        {t('board.moveTo')}
      </Button>
      <Button
        variant="subtle"
        icon={IconTrash}
        className={classes.harm}
        onClick={() => {
          acts.remove(
            [...selected].map((id) => pool.find(id)?.record).filter((record) => record !== undefined),
          )
          clear()
        }}
      >
        {t('board.remove')}
      </Button>
      <IconButton icon={IconX} label={t('board.clearSelection')} keyHint="Esc" onClick={clear} />
    </div>
  )
}
