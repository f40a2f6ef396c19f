import { VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import table from '#web/design/data-table.module.css'
import { Skeleton } from '#web/design/skeleton.tsx'
import classes from './settings-table.module.css'

interface SettingsTableProps<Row> {
  readonly label: string
  readonly heads: readonly string[]
  /** Name of a last column that only holds buttons; read out, not shown. */
  readonly actionsHead?: string
  /** Undefined while they are on their way. */
  readonly rows: readonly Row[] | undefined
  /** The cells of a row. */
  readonly children: (row: Row) => ReactNode
}

/** A short table of a settings page; scrolls sideways where it is too wide. */
export function SettingsTable<Row extends { readonly id: string }>({
  label,
  heads,
  actionsHead,
  rows,
  children,
}: SettingsTableProps<Row>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classes.scroll} aria-label={label} tabIndex={0}>
      <table className={table.table}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className={table.head}>
                {head}
              </th>
            ))}
            {actionsHead !== undefined && (
              <th scope="col" className={table.head}>
                <VisuallyHidden>{actionsHead}</VisuallyHidden>
              </th>
            )}
          </tr>
        </thead>
        <tbody className={classes.rows}>
          {rows === undefined &&
            [140, 180, 110].map((width) => (
              <tr key={width}>
                {heads.map((head) => (
                  <td key={head} className={table.cell}>
                    <Skeleton width={width} />
                  </td>
                ))}
              </tr>
            ))}
          {rows?.map((row) => (
            <tr key={row.id} className={table.row}>
              {children(row)}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
