import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { ApiKey, MembersKey } from '#web/data/api-keys.ts'
import { useCatalogue } from '#web/data/use-catalogue.ts'
import { useLocale } from '#web/data/use-locale.ts'
import table from '#web/design/data-table.module.css'
import { IconButton } from '#web/design/icon-button.tsx'
import { shortDateTime } from '#web/fields/short-date.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { RevokeKeyDialog } from './revoke-key-dialog.tsx'
import { SettingsTable } from './settings-table.tsx'

interface KeysTableProps {
  readonly label: string
  readonly rows: readonly (ApiKey & Partial<Pick<MembersKey, 'owner'>>)[] | undefined
  /** Whether each stands beside whose it is. */
  readonly owners?: boolean
}

/** Keys with what they are narrowed to, until when they are good, and when and from where they were used. */
export function KeysTable({ label, rows, owners = false }: KeysTableProps) {
  const { t } = useMessages()
  const locale = useLocale()
  const [revoking, setRevoking] = useState<ApiKey>()
  const date = (time: string) => shortDateTime(time, locale)
  const catalogue = useCatalogue()
  const nameOf = (object: string) => catalogue.find(object)?.label[locale.language] ?? object
  const scopeOf = ({ role, readOnly, objects }: ApiKey): string => {
    const parts = [
      ...(role === null ? [] : [role.name ?? t('signInPolicy.keyGone')]),
      ...(readOnly ? [t('signInPolicy.keyReadOnly')] : []),
      ...(objects === null ? [] : [objects.map(nameOf).join(t('records.listSeparator'))]),
    ]
    return parts.length === 0 ? t('signInPolicy.keyWhole') : parts.join(' · ')
  }
  const usedOf = ({ lastUsedAt, lastAddress }: ApiKey): string => {
    if (lastUsedAt == null) return t('settings.keyNeverUsed')
    if (lastAddress == null) return date(lastUsedAt)
    return t('signInPolicy.keyFrom', { date: date(lastUsedAt), address: lastAddress })
  }
  const heads = [
    t('settings.keyName'),
    ...(owners ? [t('signInPolicy.keyOwner')] : []),
    t('settings.key'),
    t('signInPolicy.keyScope'),
    t('signInPolicy.keyUntil'),
    t('settings.keyLastUsed'),
  ]
  return (
    <>
      <SettingsTable label={label} heads={heads} actionsHead={t('shell.actions')} rows={rows}>
        {(key) => (
          <>
            <th scope="row" className={table.cell}>
              {key.name}
            </th>
            {owners && (
              <td className={table.cell} data-head={t('signInPolicy.keyOwner')}>
                {key.owner?.name}
              </td>
            )}
            <td className={table.cell}>
              <code>{key.start && `${key.start}…`}</code>
            </td>
            <td className={table.cell} data-head={t('signInPolicy.keyScope')}>
              {scopeOf(key)}
            </td>
            <td className={table.cell} data-head={t('signInPolicy.keyUntil')}>
              {key.expiresAt === null ? t('signInPolicy.keyForever') : date(key.expiresAt)}
            </td>
            <td className={table.cell} data-head={t('settings.keyLastUsed')}>
              {usedOf(key)}
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
      {revoking && <RevokeKeyDialog apiKey={revoking} onClose={() => setRevoking(undefined)} />}
    </>
  )
}
