import { IconLogout } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { endDevice, endOtherDevices, type SignedInDevice } from '#web/data/account-security.ts'
import { problemText } from '#web/data/problem-text.ts'
import { devicesQuery, useSecurityChange } from '#web/data/use-account-security.ts'
import { useLocale } from '#web/data/use-locale.ts'
import { Button } from '#web/design/button.tsx'
import table from '#web/design/data-table.module.css'
import { ErrorState } from '#web/design/error-state.tsx'
import { IconButton } from '#web/design/icon-button.tsx'
import { Tag } from '#web/design/tag.tsx'
import { showToast } from '#web/design/toast-store.ts'
import { shortDateTime } from '#web/fields/short-date.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import classes from './settings-page.module.css'
import { SettingsTable } from './settings-table.tsx'
import { useDeviceName } from './use-device-name.ts'

/** Where one is signed in; each can be ended from here. */
export function DevicesSection() {
  const { t } = useMessages()
  const locale = useLocale()
  const devices = useQuery(devicesQuery)
  const nameOf = useDeviceName()
  const [ending, setEnding] = useState<SignedInDevice | 'others'>()
  const end = useSecurityChange((which: SignedInDevice | 'others') =>
    which === 'others' ? endOtherDevices() : endDevice(which.id),
  )
  const endNamed = (device: SignedInDevice) => t('auth.endDeviceNamed', { name: nameOf(device.userAgent) })
  const confirm = (which: SignedInDevice | 'others') =>
    end.mutate(which, {
      onSuccess: () => {
        showToast(t('auth.devicesEnded'))
        setEnding(undefined)
      },
    })

  return (
    <>
      <div className={classes.headingRow}>
        <h3 className={classes.heading}>{t('auth.devices')}</h3>
        {(devices.data?.length ?? 0) > 1 && (
          <Button onClick={() => setEnding('others')}>{t('auth.endOthers')}</Button>
        )}
      </div>
      {devices.isError ? (
        <ErrorState detail={problemText(t, devices.error) ?? ''} onRetry={() => void devices.refetch()} />
      ) : (
        <SettingsTable
          label={t('auth.devices')}
          heads={[t('auth.device'), t('auth.address'), t('auth.lastSeen')]}
          actionsHead={t('shell.actions')}
          rows={devices.data}
        >
          {(device) => (
            <>
              <th scope="row" className={table.cell}>
                <span>{nameOf(device.userAgent)}</span>
                {device.current && <Tag color="green">{t('auth.thisDevice')}</Tag>}
              </th>
              <td className={table.cell} data-head={t('auth.address')}>
                {device.address}
              </td>
              <td className={table.cell} data-head={t('auth.lastSeen')}>
                {shortDateTime(device.seenAt, locale)}
              </td>
              <td className={table.cell}>
                {!device.current && (
                  <IconButton
                    icon={IconLogout}
                    size="sm"
                    label={endNamed(device)}
                    onClick={() => setEnding(device)}
                  />
                )}
              </td>
            </>
          )}
        </SettingsTable>
      )}
      {ending && (
        <ConfirmDialog
          title={ending === 'others' ? t('auth.endOthers') : endNamed(ending)}
          action={t('auth.endDevice')}
          busy={end.isPending}
          error={end.error}
          onConfirm={() => confirm(ending)}
          onClose={() => setEnding(undefined)}
        >
          {t('auth.endDeviceWhat')}
        </ConfirmDialog>
      )}
    </>
  )
}
