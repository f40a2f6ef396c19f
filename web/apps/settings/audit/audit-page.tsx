import { IconDownload, IconFilterOff } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { address } from '#web/data/index.ts'
import { problemText } from '#web/data/problem-text.ts'
import { useAudit } from '#web/data/use-audit.ts'
import { Button } from '#web/design/button.tsx'
import { EmptyState } from '#web/design/empty-state.tsx'
import { ErrorState } from '#web/design/error-state.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { SettingsPage } from '../settings-page.tsx'
import { AuditDetail } from './audit-detail.tsx'
import { AuditFilters } from './audit-filters.tsx'
import classes from './audit-page.module.css'
import { AuditTable } from './audit-table.tsx'
import { type AuditAddress, filterOf } from './filters.ts'

const route = '/shell/settings/audit'

/** Who did what, when and from where. */
export function Component() {
  const { t } = useMessages()
  const asked = useSearch({ from: route })
  const navigate = useNavigate({ from: '/settings/audit' })
  const [now] = useState(Date.now)
  const log = useAudit(filterOf(asked, now))
  const entries = log.data?.pages.flatMap(({ data }) => data)
  const change = (part: AuditAddress & { readonly id?: string | undefined }) =>
    void navigate({ search: { ...asked, ...part }, replace: true })
  const clear = () => void navigate({ search: {}, replace: true })

  return (
    <div className={classes.page}>
      <SettingsPage
        title={t('audit.title')}
        detail={t('audit.detail')}
        action={
          <Button icon={IconDownload} onClick={() => window.location.assign(address('/audit/export', {}))}>
            {t('audit.export')}
          </Button>
        }
      >
        <AuditFilters value={asked} onChange={change} />
        {log.isError ? (
          <ErrorState detail={problemText(t, log.error) ?? ''} onRetry={() => void log.refetch()} />
        ) : entries?.length === 0 ? (
          <EmptyState
            icon={IconFilterOff}
            title={t('audit.none')}
            detail={t('audit.noneWhat')}
            action={<Button onClick={clear}>{t('audit.reset')}</Button>}
          />
        ) : (
          <AuditTable entries={entries} onOpen={({ id }) => change({ id })} />
        )}
        {log.hasNextPage && (
          <div className={classes.more}>
            <Button busy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
              {t('audit.older')}
            </Button>
          </div>
        )}
      </SettingsPage>
      {asked.id !== undefined && <AuditDetail id={asked.id} onClose={() => change({ id: undefined })} />}
    </div>
  )
}
