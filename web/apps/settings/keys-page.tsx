import { IconKey, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { problemText } from '#web/data/problem-text.ts'
import { apiKeysQuery, membersKeysQuery } from '#web/data/use-api-keys.ts'
import { useMay } from '#web/data/use-may.ts'
import { useSession } from '#web/data/use-session.ts'
import { Button } from '#web/design/button.tsx'
import { EmptyState } from '#web/design/empty-state.tsx'
import { ErrorState } from '#web/design/error-state.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { CreateKeyDialog } from './create-key-dialog.tsx'
import { KeysTable } from './keys-table.tsx'
import classes from './settings-page.module.css'
import { SettingsPage } from './settings-page.tsx'

/** The person's own API keys; below them those of others, for who has the right to people. */
export function Component() {
  const { t } = useMessages()
  const { user } = useSession()
  const people = useMay().right('people')
  const apiKeys = useQuery(apiKeysQuery)
  const everybodys = useQuery({ ...membersKeysQuery, enabled: people })
  const [creating, setCreating] = useState(false)
  const create = (
    <Button variant="primary" icon={IconPlus} onClick={() => setCreating(true)}>
      {t('settings.createKey')}
    </Button>
  )
  const others = (everybodys.data ?? []).filter(({ owner }) => owner.id !== user.id)
  const empty = apiKeys.data?.length === 0

  return (
    <SettingsPage
      title={t('settings.apiKeys')}
      detail={t('settings.noKeysWhat')}
      action={!empty && create}
      wide
    >
      {apiKeys.isError ? (
        <ErrorState detail={problemText(t, apiKeys.error) ?? ''} onRetry={() => void apiKeys.refetch()} />
      ) : empty ? (
        <EmptyState icon={IconKey} title={t('settings.noKeys')} action={create} />
      ) : (
        <KeysTable label={t('settings.apiKeys')} rows={apiKeys.data} />
      )}
      {others.length > 0 && (
        <>
          <h3 className={classes.heading}>{t('signInPolicy.allKeys')}</h3>
          <KeysTable label={t('signInPolicy.allKeys')} rows={others} owners />
        </>
      )}
      {creating && <CreateKeyDialog onClose={() => setCreating(false)} />}
    </SettingsPage>
  )
}
