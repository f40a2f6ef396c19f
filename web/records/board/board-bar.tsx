import { IconArrowsSort } from '@tabler/icons-react'
import { Button } from '#web/design/button.tsx'
import { type Choice, Select } from '#web/design/select.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './board.module.css'

interface BoardBarProps {
  /** The pipelines to choose from, where there are several. */
  readonly parents: readonly Choice<string>[] | undefined
  readonly parentLabel: string
  readonly parent: string | undefined
  readonly onParent: (id: string) => void
  /** What the view sorts by, where that is not people's own order. */
  readonly sortedBy: string | undefined
  readonly onSortManually: () => void
  /** How many columns are shown, where there are more. */
  readonly cutAt: number | undefined
}

/** What has to be known or chosen before reading the board; nothing where there is nothing. */
export function BoardBar(props: BoardBarProps) {
  const { t } = useMessages()
  const { parents, sortedBy, cutAt } = props
  const choosable = parents !== undefined && parents.length > 1
  if (!choosable && sortedBy === undefined && cutAt === undefined) return null
  return (
    <div className={classes.bar}>
      {choosable && (
        <Select
          aria-label={props.parentLabel}
          choices={parents}
          value={props.parent ?? null}
          onChange={props.onParent}
        />
      )}
      {cutAt !== undefined && <span>{t('board.furtherColumns', { count: cutAt })}</span>}
      {sortedBy !== undefined && (
        <span className={classes.sorted}>
          <span>{t('board.sorted', { field: sortedBy })}</span>
          <Button size="sm" variant="subtle" icon={IconArrowsSort} onClick={props.onSortManually}>
            {t('board.sortManually')}
          </Button>
        </span>
      )}
    </div>
  )
}
