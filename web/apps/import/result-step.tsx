import { IconDownload } from '@tabler/icons-react'
import type { ImportStatus } from '#shared/imports/contract.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { useCatalogue } from '#web/data/index.ts'
import button from '#web/design/button.module.css'
import { Button } from '#web/design/button.tsx'
import { ButtonLink } from '#web/design/button-link.tsx'
import { FormProblem } from '#web/design/form-problem.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './import.module.css'
import { rejectedAddress } from './imports.ts'
import { RejectedTable } from './rejected-table.tsx'

interface ResultStepProps {
  readonly object: CatalogueObject
  readonly status: ImportStatus
  readonly onBack: () => void
  readonly onAgain: () => void
}

/** What was created, updated and refused, and why. */
export function ResultStep({ object, status, onBack, onAgain }: ResultStepProps) {
  const { t, label, language } = useMessages()
  const catalogue = useCatalogue()
  const figures = [
    { name: t('import.created'), count: status.created },
    { name: t('import.updated'), count: status.updated },
    ...Object.entries(status.related).map(([name, count]) => ({
      name: t('import.related', { object: label(catalogue.find(name)?.label) }),
      count,
    })),
    { name: t('import.rejected'), count: status.rejected, isBad: status.rejected > 0 },
  ]
  const title =
    status.state === 'failed' ? 'import.failed' : status.dryRun ? 'import.dryRunDone' : 'import.done'
  return (
    <div className={classes.step}>
      <h2 className={classes.heading} role="status">
        {t(title)}
      </h2>
      <FormProblem>{status.error ?? undefined}</FormProblem>
      <dl className={classes.figures}>
        {figures.map(({ name, count, isBad }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd data-bad={isBad || undefined}>{count.toLocaleString(language)}</dd>
          </div>
        ))}
      </dl>
      <div className={classes.actions}>
        {status.dryRun || status.state === 'failed' ? (
          <Button variant="primary" onClick={onBack}>
            {t('import.back')}
          </Button>
        ) : (
          <ButtonLink variant="primary" to="/o/$object" params={{ object: object.name }}>
            {t('import.open', { object: label(object.label) })}
          </ButtonLink>
        )}
        <Button onClick={onAgain}>{t('import.again')}</Button>
        {status.rejectedRows.length > 0 && (
          <a
            className={button.button}
            data-variant="default"
            data-size="md"
            href={rejectedAddress(status.id)}
            download
          >
            <IconDownload aria-hidden />
            <span>{t('import.download')}</span>
          </a>
        )}
      </div>
      {status.fuzzy.length > 0 && (
        <section aria-label={t('import.fuzzy')}>
          <h3 className={classes.heading}>{t('import.fuzzy')}</h3>
          {status.fuzzy.map((each) => (
            <p key={`${each.column} ${each.text}`} className={classes.fuzzy}>
              {t('import.fuzzyRow', { text: each.text, matched: each.matched, rows: each.rows })}
            </p>
          ))}
        </section>
      )}
      {status.rejectedRows.length > 0 && <RejectedTable status={status} />}
    </div>
  )
}
