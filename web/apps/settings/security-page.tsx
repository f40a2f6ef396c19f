import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { problemText } from '#web/data/problem-text.ts'
import { factorsQuery } from '#web/data/use-account-security.ts'
import { Button } from '#web/design/button.tsx'
import { ErrorState } from '#web/design/error-state.tsx'
import { Skeleton } from '#web/design/skeleton.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { AppSection } from './app-section.tsx'
import { ChangePasswordDialog } from './change-password-dialog.tsx'
import { DevicesSection } from './devices-section.tsx'
import { PasskeysSection } from './passkeys-section.tsx'
import { SettingLine } from './setting-line.tsx'
import classes from './settings-page.module.css'
import { SettingsPage } from './settings-page.tsx'

/** How one's own account is opened, and where it is open. */
export function Component() {
  const { t } = useMessages()
  const factors = useQuery(factorsQuery)
  const [changing, setChanging] = useState(false)
  return (
    <SettingsPage title={t('auth.security')}>
      {factors.isError ? (
        <ErrorState detail={problemText(t, factors.error) ?? ''} onRetry={() => void factors.refetch()} />
      ) : factors.data === undefined ? (
        <Skeleton width={280} />
      ) : (
        <>
          {factors.data.hasPassword && (
            <SettingLine label={t('auth.password')}>
              <div className={classes.stateRow}>
                <span />
                <Button onClick={() => setChanging(true)}>{t('settings.changePassword')}</Button>
              </div>
            </SettingLine>
          )}
          <AppSection app={factors.data.app} />
          <PasskeysSection passkeys={factors.data.passkeys} />
        </>
      )}
      <DevicesSection />
      {changing && <ChangePasswordDialog onClose={() => setChanging(false)} />}
    </SettingsPage>
  )
}
