import { auditKinds } from '#shared/operations/audit-kinds.ts'
import type { AuditEntry } from '#web/data/audit.ts'
import { useCatalogue, useLocale } from '#web/data/index.ts'
import { Avatar } from '#web/design/avatar.tsx'
import table from '#web/design/data-table.module.css'
import { StatusDot } from '#web/design/status-dot.tsx'
import { Tag } from '#web/design/tag.tsx'
import { wallTime } from '#web/fields/wall-time.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { SettingsTable } from '../settings-table.tsx'
import classes from './audit-table.module.css'
import { aboutWhat, fromWhere } from './what-happened.ts'

const colors = { info: 'grey', notice: 'blue', warning: 'red' } as const

interface AuditTableProps {
  /** Undefined while they are on their way. */
  readonly entries: readonly AuditEntry[] | undefined
  readonly onOpen: (entry: AuditEntry) => void
}

/** Entries, one a line: what, who, from where, when. */
export function AuditTable({ entries, onOpen }: AuditTableProps) {
  const messages = useMessages()
  const { t } = messages
  const { timeZone } = useLocale()
  const catalogue = useCatalogue()
  return (
    <div className={classes.table}>
      <SettingsTable
        label={t('audit.title')}
        heads={[t('audit.kind'), t('audit.person'), t('audit.where'), t('audit.span')]}
        rows={entries}
      >
        {(entry) => (
          <>
            <th scope="row" className={table.cell}>
              <button type="button" className={classes.open} onClick={() => onOpen(entry)}>
                <StatusDot color={colors[auditKinds[entry.kind].severity]}>
                  {t(`audit.kind_${entry.kind}`)}
                </StatusDot>
                <span className={classes.about}>{aboutWhat(messages, catalogue, entry)}</span>
                {entry.outcome === 'refused' && entry.kind !== 'signInFailed' && (
                  <Tag color="red">{t('audit.refused')}</Tag>
                )}
              </button>
            </th>
            <td className={table.cell}>
              <span className={classes.person}>
                <Avatar id={entry.userId ?? entry.id} name={entry.name} />
                <span>{entry.name}</span>
                {entry.actor?.kind === 'key' && (
                  <span className={table.quiet}>{t('audit.byKey', { name: entry.actor.name })}</span>
                )}
              </span>
            </td>
            <td className={table.cell}>
              <span className={classes.where} title={fromWhere(entry)}>
                {fromWhere(entry)}
              </span>
            </td>
            <td className={table.cell}>
              <time className={classes.time} dateTime={entry.at}>
                {wallTime(entry.at, timeZone)}
              </time>
            </td>
          </>
        )}
      </SettingsTable>
    </div>
  )
}
