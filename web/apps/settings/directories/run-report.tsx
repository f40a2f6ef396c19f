import type { DirectoryReport, DirectoryRun } from '#shared/operations/directories.ts'
import { useLocale } from '#web/data/use-locale.ts'
import { Button } from '#web/design/button.tsx'
import table from '#web/design/data-table.module.css'
import form from '#web/design/form.module.css'
import { FormProblem } from '#web/design/form-problem.tsx'
import { shortDateTime } from '#web/fields/short-date.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { SettingsTable } from '../settings-table.tsx'
import classes from './directories.module.css'

const counts = [
  'created',
  'updated',
  'deactivated',
  'returned',
  'unchanged',
  'teamsCreated',
  'teamsUpdated',
] as const satisfies readonly (keyof DirectoryReport['counts'])[]

interface RunReportProps {
  readonly run: DirectoryRun | null
  readonly onConfirm: (leaving: number) => void
}

/** What came of the last run, and whom it left as they are. */
export function RunReport({ run, onConfirm }: RunReportProps) {
  const { t } = useMessages()
  const locale = useLocale()
  if (run === null) return <p className={classes.detail}>{t('directories.never')}</p>
  const { report, failure } = run
  const time = shortDateTime(run.finishedAt ?? run.createdAt, locale)
  if (failure !== null)
    return <FormProblem>{t('directories.failedAt', { time, reason: failure })}</FormProblem>
  if (report === null)
    return (
      <p className={classes.detail} role="status">
        {t('directories.running')}
      </p>
    )
  const { held, skipped, skippedCount } = report
  return (
    <>
      <p className={classes.detail} role="status">
        {t(run.trial ? 'directories.previewOf' : 'directories.doneAt', { time })}
      </p>
      <dl className={classes.counts}>
        {counts.map((name) => (
          <div key={name}>
            <dt>{t(`directories.count_${name}`)}</dt>
            <dd>{report.counts[name].toLocaleString(locale.language)}</dd>
          </div>
        ))}
      </dl>
      {held !== null && (
        <div className={`${form.notice} ${classes.held}`}>
          <p>{t('directories.held', { leaving: held.leaving, of: held.of })}</p>
          <Button variant="danger" onClick={() => onConfirm(held.leaving)}>
            {t('directories.confirm', { leaving: held.leaving })}
          </Button>
        </div>
      )}
      {skippedCount > 0 && (
        <>
          <p className={classes.skipped}>{t('directories.skipped', { count: skippedCount })}</p>
          <SettingsTable
            label={t('directories.skipped', { count: skippedCount })}
            heads={[t('directories.skippedName'), t('directories.reason')]}
            rows={skipped.map((one, index) => ({ ...one, id: `${index}` }))}
          >
            {({ name, reason, detail = '' }) => (
              <>
                <th scope="row" className={table.cell}>
                  {name}
                </th>
                <td className={table.cell} data-head={t('directories.reason')}>
                  {t(`directories.reason_${reason}`, { detail })}
                </td>
              </>
            )}
          </SettingsTable>
        </>
      )}
    </>
  )
}
