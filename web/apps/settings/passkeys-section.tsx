import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Passkey, removePasskey } from '#web/data/account-security.ts'
import { makePasskey, passkeysWork } from '#web/data/passkeys.ts'
import { factorsQuery, useSecurityChange } from '#web/data/use-account-security.ts'
import { useLocale } from '#web/data/use-locale.ts'
import { Button } from '#web/design/button.tsx'
import table from '#web/design/data-table.module.css'
import { FormProblem } from '#web/design/form-problem.tsx'
import { IconButton } from '#web/design/icon-button.tsx'
import { Tag } from '#web/design/tag.tsx'
import { showToast } from '#web/design/toast-store.ts'
import { shortDateTime } from '#web/fields/short-date.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { usePasskey } from '#web/records/account/use-passkey.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { RenamePasskeyDialog } from './rename-passkey-dialog.tsx'
import classes from './settings-page.module.css'
import { SettingsTable } from './settings-table.tsx'
import { useDeviceName } from './use-device-name.ts'

/** One's passkeys: added where one sits, named, removed. */
export function PasskeysSection({ passkeys }: { passkeys: readonly Passkey[] }) {
  const { t } = useMessages()
  const locale = useLocale()
  const client = useQueryClient()
  const deviceName = useDeviceName()
  const [renaming, setRenaming] = useState<Passkey>()
  const [removing, setRemoving] = useState<Passkey>()
  const remove = useSecurityChange(removePasskey)
  const adding = usePasskey(
    () => makePasskey(deviceName(navigator.userAgent)),
    () => {
      showToast(t('auth.passkeyAdded'))
      void client.invalidateQueries({ queryKey: factorsQuery.queryKey })
    },
  )
  const works = passkeysWork()
  const confirm = ({ id, name }: Passkey) =>
    remove.mutate(id, {
      onSuccess: () => {
        showToast(t('auth.passkeyRemoved', { name }))
        setRemoving(undefined)
      },
    })

  return (
    <>
      <div className={classes.headingRow}>
        <div>
          <h3 className={classes.heading}>{t('auth.passkeys')}</h3>
          <p className={classes.detail}>{t(works ? 'auth.passkeysWhat' : 'auth.passkeysNotHere')}</p>
        </div>
        {works && (
          <Button icon={IconPlus} busy={adding.busy} onClick={() => adding.ask()}>
            {t('auth.addPasskey')}
          </Button>
        )}
      </div>
      {adding.problem && <FormProblem>{adding.problem}</FormProblem>}
      {passkeys.length > 0 && (
        <SettingsTable
          label={t('auth.passkeys')}
          heads={[t('auth.passkeyName'), t('auth.added'), t('auth.lastUsed')]}
          actionsHead={t('shell.actions')}
          rows={passkeys}
        >
          {(passkey) => (
            <>
              <th scope="row" className={table.cell}>
                <span>{passkey.name}</span>
                {passkey.synchronised && <Tag>{t('auth.passkeySynchronised')}</Tag>}
              </th>
              <td className={table.cell} data-head={t('auth.added')}>
                {shortDateTime(passkey.createdAt, locale)}
              </td>
              <td className={table.cell} data-head={t('auth.lastUsed')}>
                {passkey.lastUsedAt ? shortDateTime(passkey.lastUsedAt, locale) : t('auth.neverUsed')}
              </td>
              <td className={table.cell}>
                <IconButton
                  icon={IconPencil}
                  size="sm"
                  label={t('auth.renamePasskeyNamed', { name: passkey.name })}
                  onClick={() => setRenaming(passkey)}
                />
                <IconButton
                  icon={IconTrash}
                  size="sm"
                  label={t('auth.removePasskeyNamed', { name: passkey.name })}
                  onClick={() => setRemoving(passkey)}
                />
              </td>
            </>
          )}
        </SettingsTable>
      )}
      {renaming && <RenamePasskeyDialog passkey={renaming} onClose={() => setRenaming(undefined)} />}
      {removing && (
        <ConfirmDialog
          title={t('auth.removePasskeyNamed', { name: removing.name })}
          action={t('auth.removePasskey')}
          busy={remove.isPending}
          error={remove.error}
          onConfirm={() => confirm(removing)}
          onClose={() => setRemoving(undefined)}
        >
          {t('auth.removePasskeyWhat')}
        </ConfirmDialog>
      )}
    </>
  )
}
