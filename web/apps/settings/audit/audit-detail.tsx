import { useCatalogue, useLocale } from '#web/data/index.ts'
import { problemText } from '#web/data/problem-text.ts'
import { useAuditEntry } from '#web/data/use-audit.ts'
import { Dialog } from '#web/design/dialog.tsx'
import { Skeleton } from '#web/design/skeleton.tsx'
import { wallTime } from '#web/fields/wall-time.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './audit-detail.module.css'
import { detailLines } from './detail-lines.ts'
import { sourceNames } from './source-names.ts'

/** All that is known of one entry. */
export function AuditDetail({ id, onClose }: { id: string; onClose: () => void }) {
  const { t, label, language } = useMessages()
  const { timeZone } = useLocale()
  const catalogue = useCatalogue()
  const { data: entry, isError, error } = useAuditEntry(id)
  if (entry === undefined)
    return (
      <Dialog opened onClose={onClose} title={t('audit.title')} still>
        {isError ? <p>{problemText(t, error) ?? t('audit.missing')}</p> : <Skeleton width={240} />}
      </Dialog>
    )
  const object = entry.object === null ? undefined : catalogue.find(entry.object)
  const source = sourceNames[entry.source]
  const key = entry.actor?.kind === 'key' ? t('audit.byKey', { name: entry.actor.name }) : undefined
  const facts: readonly (readonly [name: string, value: string | null | undefined])[] = [
    [t('audit.span'), wallTime(entry.at, timeZone) + entry.at.slice(16, 23).replace('Z', '')],
    [t('audit.person'), [entry.name, key].filter(Boolean).join(' · ')],
    [t('audit.source'), source === undefined ? entry.source : t(source)],
    [t('audit.address'), entry.address],
    [t('audit.device'), typeof entry.details.device === 'string' ? entry.details.device : undefined],
    [t('audit.agent'), entry.userAgent],
    [t('audit.object'), object === undefined ? entry.object : label(object.label)],
    [t('audit.count'), entry.count?.toLocaleString(language)],
    [t('audit.place'), entry.number === null ? t('audit.unsealed') : entry.number.toLocaleString(language)],
    [t('audit.seal'), entry.hash],
  ]
  const lines = detailLines(entry.details)
  return (
    <Dialog opened onClose={onClose} title={t(`audit.kind_${entry.kind}`)} width={560} still>
      <dl className={classes.facts}>
        {facts
          .filter(([, value]) => value !== null && value !== undefined && value !== '')
          .map(([name, value]) => (
            <div key={name} className={classes.fact}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {lines.length > 0 && (
        <section aria-label={t('audit.details')}>
          <h3 className={classes.heading}>{t('audit.details')}</h3>
          <dl className={classes.facts}>
            {lines.map(({ name, before, after }) => (
              <div key={name} className={classes.fact}>
                <dt>{name}</dt>
                <dd>
                  {before !== undefined && (
                    <>
                      <del>{before}</del>
                      <span aria-hidden> → </span>
                    </>
                  )}
                  {after}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </Dialog>
  )
}
