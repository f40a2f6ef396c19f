import { IconEye, IconRefresh } from '@tabler/icons-react'
import type { DirectorySource } from '#shared/operations/directories.ts'
import { problemText } from '#web/data/problem-text.ts'
import { useSetDirectory, useStartDirectory } from '#web/data/use-directories.ts'
import { Button } from '#web/design/button.tsx'
import { FormProblem } from '#web/design/form-problem.tsx'
import { Select } from '#web/design/select.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './directories.module.css'
import { RunReport } from './run-report.tsx'

const shares = ['5', '10', '20', '50', '100']

/** One directory: how often it is read, what that would do, and what it did. */
export function SourceSection({ source }: { source: DirectorySource }) {
  const { t } = useMessages()
  const { id, name, lastRun, everyHours, mostLeaving } = source
  const set = useSetDirectory()
  const start = useStartDirectory()
  const busy = start.isPending || lastRun?.state === 'waiting' || lastRun?.state === 'running'
  const percents = [...new Set([...shares, String(mostLeaving)])].toSorted((a, b) => Number(a) - Number(b))
  const hours = [
    { value: '', label: t('directories.byHand') },
    { value: '1', label: t('directories.everyHour') },
    { value: '24', label: t('directories.everyDay') },
  ]
  return (
    <section className={classes.source} aria-label={name}>
      <div className={classes.head}>
        <h4 className={classes.title}>{name}</h4>
        <div className={classes.buttons}>
          <Button icon={IconEye} disabled={busy} onClick={() => start.mutate({ id, trial: true })}>
            {t('directories.preview')}
          </Button>
          <Button icon={IconRefresh} busy={busy} onClick={() => start.mutate({ id })}>
            {t('directories.run')}
          </Button>
        </div>
      </div>
      <div className={classes.settings}>
        <Select
          label={t('directories.schedule')}
          choices={hours}
          value={everyHours === null ? '' : String(everyHours)}
          onChange={(value) =>
            set.mutate({ id, mostLeaving, everyHours: value === '' ? null : Number(value) })
          }
        />
        <Select
          label={t('directories.mostLeaving')}
          choices={percents.map((value) => ({ value, label: t('directories.percent', { count: value }) }))}
          value={String(mostLeaving)}
          onChange={(value) => set.mutate({ id, everyHours, mostLeaving: Number(value) })}
        />
      </div>
      <FormProblem>{problemText(t, set.error ?? start.error)}</FormProblem>
      <RunReport run={lastRun} onConfirm={(confirmed) => start.mutate({ id, confirmed })} />
    </section>
  )
}
