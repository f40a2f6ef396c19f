import { IconAddressBook } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { problemText } from '#web/data/problem-text.ts'
import { directoriesQuery } from '#web/data/use-directories.ts'
import { EmptyState } from '#web/design/empty-state.tsx'
import { ErrorState } from '#web/design/error-state.tsx'
import { Skeleton } from '#web/design/skeleton.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { SettingsPage } from '../settings-page.tsx'
import classes from './directories.module.css'
import { ScimSection } from './scim-section.tsx'
import { SourceSection } from './source-section.tsx'

/** Where members and teams come from, beside whoever invites them. */
export function Component() {
  const { t } = useMessages()
  const sources = useQuery(directoriesQuery)
  return (
    <SettingsPage title={t('directories.title')} detail={t('directories.detail')} wide>
      <ScimSection />
      <section className={classes.section} aria-labelledby="directory-sources">
        <h3 id="directory-sources" className={classes.title}>
          {t('directories.sources')}
        </h3>
        {sources.isError ? (
          <ErrorState detail={problemText(t, sources.error) ?? ''} onRetry={() => void sources.refetch()} />
        ) : sources.data === undefined ? (
          <Skeleton width={240} />
        ) : sources.data.length === 0 ? (
          <EmptyState
            icon={IconAddressBook}
            title={t('directories.noSources')}
            detail={t('directories.noSourcesWhat')}
          />
        ) : (
          sources.data.map((source) => <SourceSection key={source.id} source={source} />)
        )}
      </section>
    </SettingsPage>
  )
}
