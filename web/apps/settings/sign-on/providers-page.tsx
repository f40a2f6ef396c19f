import { IconLogin2, IconPencil, IconPlayerPlay, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { problemText } from '#web/data/problem-text.ts'
import type { Provider } from '#web/data/providers.ts'
import { providersQuery, useTryProvider } from '#web/data/use-providers.ts'
import { Button } from '#web/design/button.tsx'
import table from '#web/design/data-table.module.css'
import { EmptyState } from '#web/design/empty-state.tsx'
import { ErrorState } from '#web/design/error-state.tsx'
import { FormProblem } from '#web/design/form-problem.tsx'
import { IconButton } from '#web/design/icon-button.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { SettingsPage } from '../settings-page.tsx'
import { SettingsTable } from '../settings-table.tsx'
import { ProviderDialog } from './provider-dialog.tsx'
import { formOf } from './provider-forms.ts'
import { RemoveProviderDialog } from './remove-provider-dialog.tsx'
import classes from './sign-on.module.css'
import { trialText } from './trial-text.ts'

/** Who vouches for the workspace's members, beside Kith itself. */
export function Component() {
  const { t } = useMessages()
  const providers = useQuery(providersQuery)
  const [editing, setEditing] = useState<Provider | 'new'>()
  const [removing, setRemoving] = useState<Provider>()
  const trying = useTryProvider()
  const add = (
    <Button variant="primary" icon={IconPlus} onClick={() => setEditing('new')}>
      {t('providers.add')}
    </Button>
  )
  const empty = providers.data?.length === 0

  return (
    <SettingsPage title={t('providers.title')} detail={t('providers.detail')} action={!empty && add} wide>
      {trying.isError && <FormProblem>{problemText(t, trying.error)}</FormProblem>}
      {providers.isError ? (
        <ErrorState detail={problemText(t, providers.error) ?? ''} onRetry={() => void providers.refetch()} />
      ) : empty ? (
        <EmptyState
          icon={IconLogin2}
          title={t('providers.none')}
          detail={t('providers.noneWhat')}
          action={add}
        />
      ) : (
        <SettingsTable
          label={t('providers.title')}
          heads={[t('providers.name'), t('providers.kind'), t('providers.state'), t('providers.tried')]}
          actionsHead={t('shell.actions')}
          rows={providers.data}
        >
          {(provider) => {
            const { id, name, kind, enabled } = provider
            const form = formOf(kind)
            return (
              <>
                <th scope="row" className={table.cell}>
                  {name}
                </th>
                <td className={table.cell} data-head={t('providers.kind')}>
                  {form ? t(form.label) : kind}
                </td>
                <td className={table.cell} data-head={t('providers.state')}>
                  {t(enabled ? 'providers.on' : 'providers.off')}
                </td>
                <td className={`${table.cell} ${classes.trial}`} data-head={t('providers.tried')}>
                  {trialText(t, provider)}
                </td>
                <td className={`${table.cell} ${classes.acts}`}>
                  <div className={classes.actions}>
                    {provider.callbackUrl !== null && (
                      <IconButton
                        icon={IconPlayerPlay}
                        size="sm"
                        label={t('providers.tryNamed', { name })}
                        onClick={() => trying.mutate(id)}
                      />
                    )}
                    <IconButton
                      icon={IconPencil}
                      size="sm"
                      label={t('providers.editNamed', { name })}
                      onClick={() => setEditing(provider)}
                    />
                    <IconButton
                      icon={IconTrash}
                      size="sm"
                      label={t('providers.removeNamed', { name })}
                      onClick={() => setRemoving(provider)}
                    />
                  </div>
                </td>
              </>
            )
          }}
        </SettingsTable>
      )}
      {editing !== undefined && (
        <ProviderDialog
          {...(editing !== 'new' && { provider: editing })}
          onClose={() => setEditing(undefined)}
        />
      )}
      {removing && <RemoveProviderDialog provider={removing} onClose={() => setRemoving(undefined)} />}
    </SettingsPage>
  )
}
