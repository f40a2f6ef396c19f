import type { ImportStatus, RejectedRow } from '#shared/imports/contract.ts'
import table from '#web/design/data-table.module.css'
import type { Translate } from '#web/messages/translate.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './import.module.css'

/** Refused rows by line, each with its reasons. */
export function RejectedTable({ status }: { status: ImportStatus }) {
  const { t } = useMessages()
  const { rejectedRows: rows } = status
  return (
    <section aria-label={t('import.rejected')}>
      <h3 className={classes.heading}>{t('import.rejected')}</h3>
      {rows.length < status.rejected && (
        <p className={classes.hint}>{t('import.firstRejected', { count: rows.length })}</p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={classes.scroll} tabIndex={0} aria-label={t('import.rejected')}>
        <table className={`${table.table} ${classes.rejected}`}>
          <thead>
            <tr>
              <th className={table.head}>{t('import.line')}</th>
              <th className={table.head}>{t('import.column')}</th>
              <th className={table.head}>{t('import.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.flatMap((row) =>
              row.issues.map((issue) => (
                <tr key={`${row.line} ${issue.column} ${issue.message}`} className={table.row}>
                  <td className={`${table.cell} ${table.quiet}`}>{row.line}</td>
                  <td className={table.cell}>{cellOf(t, status, row, issue.column)}</td>
                  <td className={table.cell}>
                    {issue.message}
                    {row.stored && <span className={classes.hint}> {t('import.storedWithout')}</span>}
                  </td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </section>
    </section>
  )
}

/** `sector: technolgy`, or the row's first cell where the reason is no column's. */
function cellOf(t: Translate, { columns }: ImportStatus, row: RejectedRow, column: string | null): string {
  if (column === null) return row.cells[0] ?? ''
  const text = row.cells[columns.indexOf(column)] ?? ''
  return text === '' ? column : t('import.cell', { column, text })
}
