import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ScimToken } from '#shared/operations/directories.ts'
import { problemText } from '#web/data/problem-text.ts'
import { scimTokensQuery } from '#web/data/use-directories.ts'
import { useLocale } from '#web/data/use-locale.ts'
import { Button } from '#web/design/button.tsx'
import table from '#web/design/data-table.module.css'
import { ErrorState } from '#web/design/error-state.tsx'
import { IconButton } from '#web/design/icon-button.tsx'
import { shortDateTime } from '#web/fields/short-date.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { CopiedAddress } from '../copied-address.tsx'
import { SettingsTable } from '../settings-table.tsx'
import classes from './directories.module.css'
import { RevokeTokenDialog } from './revoke-token-dialog.tsx'
import { TokenDialog } from './token-dialog.tsx'

/** The address at which other systems keep the members, and by which tokens. */
export function ScimSection() {
  const { t } = useMessages()
  const locale = useLocale()
  const tokens = useQuery(scimTokensQuery)
  const [adding, setAdding] = useState(false)
  const [revoking, setRevoking] = useState<ScimToken>()
  return (
    <section className={classes.section} aria-labelledby="directory-scim">
      <div className={classes.head}>
        <div>
          <h3 id="directory-scim" className={classes.title}>
            {t('directories.scim')}
          </h3>
          <p className={classes.detail}>{t('directories.scimWhat')}</p>
        </div>
        <Button icon={IconPlus} onClick={() => setAdding(true)}>
          {t('directories.addToken')}
        </Button>
      </div>
      <CopiedAddress label={t('directories.address')} address={`${window.location.origin}/scim/v2`} />
      {tokens.isError ? (
        <ErrorState detail={problemText(t, tokens.error) ?? ''} onRetry={() => void tokens.refetch()} />
      ) : tokens.data?.length === 0 ? (
        <p className={classes.detail}>{t('directories.noTokens')}</p>
      ) : (
        <SettingsTable
          label={t('directories.scim')}
          heads={[
            t('directories.tokenName'),
            t('directories.token'),
            t('directories.created'),
            t('directories.lastUsed'),
          ]}
          actionsHead={t('shell.actions')}
          rows={tokens.data}
        >
          {(token) => (
            <>
              <th scope="row" className={table.cell}>
                {token.name}
              </th>
              <td className={table.cell}>
                <code>{token.start}…</code>
              </td>
              <td className={table.cell} data-head={t('directories.created')}>
                {shortDateTime(token.createdAt, locale)}
              </td>
              <td className={table.cell} data-head={t('directories.lastUsed')}>
                {token.lastUsedAt === null
                  ? t('directories.neverUsed')
                  : shortDateTime(token.lastUsedAt, locale)}
              </td>
              <td className={table.cell}>
                <IconButton
                  icon={IconTrash}
                  size="sm"
                  label={t('directories.revokeNamed', { name: token.name })}
                  onClick={() => setRevoking(token)}
                />
              </td>
            </>
          )}
        </SettingsTable>
      )}
      {adding && <TokenDialog onClose={() => setAdding(false)} />}
      {revoking && <RevokeTokenDialog token={revoking} onClose={() => setRevoking(undefined)} />}
    </section>
  )
}
