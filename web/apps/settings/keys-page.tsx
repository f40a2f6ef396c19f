import { IconKey, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ApiKey } from '#web/data/api-keys.ts'
import { problemText } from '#web/data/problem-text.ts'
import { apiKeysQuery } from '#web/data/use-api-keys.ts'
import { Button } from '#web/design/button.tsx'
import table from '#web/design/data-table.module.css'
import { EmptyState } from '#web/design/empty-state.tsx'
import { ErrorState } from '#web/design/error-state.tsx'
import { IconButton } from '#web/design/icon-button.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { CreateKeyDialog } from './create-key-dialog.tsx'
import { RevokeKeyDialog } from './revoke-key-dialog.tsx'
import { SettingsPage } from './settings-page.tsx'
import { SettingsTable } from './settings-table.tsx'

/** The person's own API keys. */
export function Component() {
  const { t, language } = useMessages()
  const apiKeys = useQuery(apiKeysQuery)
  const [creating, setCreating] = useState(false)
  const [revoking, setRevoking] = useState<ApiKey>()
  const dateFormat = new Intl.DateTimeFormat(language, { dateStyle: 'medium' })
  const create = (
    <Button variant="primary" icon={IconPlus} onClick={() => setCreating(true)}>
      {t('settings.createKey')}
    </Button>
  )
  const empty = apiKeys.data?.length === 0

  return (
    <SettingsPage title={t('settings.apiKeys')} detail={t('settings.noKeysWhat')} action={!empty && create}>
      {apiKeys.isError ? (
        <ErrorState detail={problemText(t, apiKeys.error) ?? ''} onRetry={() => void apiKeys.refetch()} />
      ) : empty ? (
        <EmptyState icon={IconKey} title={t('settings.noKeys')} action={create} />
      ) : (
        <SettingsTable
          label={t('settings.apiKeys')}
          heads={[
            t('settings.keyName'),
            t('settings.key'),
            t('settings.keyCreated'),
            t('settings.keyLastUsed'),
          ]}
          actionsHead={t('shell.actions')}
          rows={apiKeys.data}
        >
          {(key) => (
            <>
              <th scope="row" className={table.cell}>
                {key.name}
              </th>
              <td className={table.cell}>
                <code>{key.start && `${key.start}…`}</code>
              </td>
              <td className={table.cell} data-head={t('settings.keyCreated')}>
                {dateFormat.format(new Date(key.createdAt))}
              </td>
              <td className={table.cell} data-head={t('settings.keyLastUsed')}>
                {key.lastUsedAt ? dateFormat.format(new Date(key.lastUsedAt)) : t('settings.keyNeverUsed')}
              </td>
              <td className={table.cell}>
                <IconButton
                  icon={IconTrash}
                  size="sm"
                  label={t('settings.revokeKeyNamed', { name: key.name })}
                  onClick={() => setRevoking(key)}
                />
              </td>
            </>
          )}
        </SettingsTable>
      )}
      {creating && <CreateKeyDialog onClose={() => setCreating(false)} />}
      {revoking && <RevokeKeyDialog apiKey={revoking} onClose={() => setRevoking(undefined)} />}
    </SettingsPage>
  )
}
