// biome-ignore-all lint/a11y/useSemanticElements: rows that are drawn as they come into view cannot stand in a <table>
import { IconChevronRight } from '@tabler/icons-react'
import { memo } from 'react'
import type { TotalFunction } from '#shared/metadata/view.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { Column } from './columns.ts'
import type { Group, Grouping } from './group.ts'
import { GroupName } from './group-name.tsx'
import classes from './row.module.css'
import { useTableActions } from './table-actions.ts'
import { TotalFigure } from './total-figure.tsx'
import { totalOf } from './totals.ts'

interface GroupRowProps {
  readonly grouping: Grouping
  readonly group: Group
  readonly open: boolean
  readonly columns: readonly Column[]
  readonly totals: Readonly<Record<string, TotalFunction>> | undefined
  readonly line: number
  readonly top: number
  readonly current: boolean
}

/** The head of a group: its value, how many, and the view's totals under their columns; a click folds it. */
export const GroupRow = memo(function GroupRow(props: GroupRowProps) {
  const { grouping, group, open, columns, totals, line } = props
  const { language } = useMessages()
  const actions = useTableActions()
  const figures = columns.slice(1).filter((column) => totalOf(column, totals) !== undefined)
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid keeps the focus and names the active row
    <div
      role="row"
      id={props.current ? 'table-cursor' : undefined}
      aria-rowindex={line + 2}
      aria-expanded={open}
      data-line={line}
      data-group
      data-current={props.current || undefined}
      className={classes.groupRow}
      style={{ transform: `translateY(${props.top}px)` }}
    >
      <div className={classes.groupHead} role="rowheader" tabIndex={-1}>
        <button
          type="button"
          className={classes.fold}
          tabIndex={-1}
          aria-expanded={open}
          onClick={() => actions.setFold(group.key, !open)}
        >
          <IconChevronRight aria-hidden data-open={open || undefined} />
          <GroupName field={grouping.field} group={group} />
          <span className={classes.groupCount}>{group.count.toLocaleString(language)}</span>
        </button>
      </div>
      {figures.map((column) => (
        <div
          key={column.path}
          role="gridcell"
          tabIndex={-1}
          className={classes.groupFigure}
          data-alignment={column.alignment}
          style={{
            left: `var(--left-${columns.indexOf(column)})`,
            width: `var(--column-${columns.indexOf(column)})`,
          }}
        >
          <TotalFigure column={column} total={totalOf(column, totals)} figures={group.figures} />
        </div>
      ))}
    </div>
  )
})
