import { IconAlertTriangle } from '@tabler/icons-react'
import type { ImportProposal, PreviewRow } from '#shared/imports/contract.ts'
import table from '#web/design/data-table.module.css'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './import.module.css'

interface PreviewTableProps {
  readonly proposal: ImportProposal
  readonly rows: readonly PreviewRow[]
  readonly pending: boolean
}

/** The first rows as they stand in the file; a cell that would be refused says why. */
export function PreviewTable({ proposal, rows, pending }: PreviewTableProps) {
  const { t } = useMessages()
  const bad = rows.filter(({ issues }) => issues.length > 0).length
  return (
    <section aria-label={t('import.preview', { count: rows.length })} aria-busy={pending}>
      <div className={classes.summary}>
        <h2 className={classes.heading}>{t('import.preview', { count: rows.length })}</h2>
        <p className={bad > 0 ? classes.bad : classes.hint}>
          {bad > 0 ? t('import.previewBad', { count: bad }) : t('import.previewGood')}
        </p>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={classes.scroll} tabIndex={0} aria-label={proposal.fileName}>
        <table className={table.table}>
          <thead>
            <tr>
              <th className={table.head}>{t('import.line')}</th>
              {proposal.columns.map(({ column }) => (
                <th key={column} className={table.head}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <PreviewLine key={row.line} row={row} columns={proposal.columns.map(({ column }) => column)} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function PreviewLine({ row, columns }: { row: PreviewRow; columns: readonly string[] }) {
  const whole = row.issues.filter(({ column }) => column === null).map(({ message }) => message)
  return (
    <tr className={table.row}>
      <td className={`${table.cell} ${table.quiet}`}>
        {row.line}
        {whole.length > 0 && <span className={classes.reason}>{whole.join('; ')}</span>}
      </td>
      {columns.map((column, index) => {
        const reasons = row.issues.filter((issue) => issue.column === column).map(({ message }) => message)
        return (
          <td key={column} className={table.cell} data-bad={reasons.length > 0 || undefined}>
            {row.cells[index]}
            {reasons.length > 0 && (
              <span className={classes.reason}>
                <IconAlertTriangle aria-hidden /> {reasons.join('; ')}
              </span>
            )}
          </td>
        )
      })}
    </tr>
  )
}
