import { IconStar } from '@tabler/icons-react'
import { EmptyState } from '#web/design/empty-state.tsx'
import { TopBar } from '#web/design/top-bar.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { StarredLine } from './starred-line.tsx'
import classes from './starred-page.module.css'
import { useStarred } from './use-starred.ts'

/** The records that the person starred, of whatever object. */
export function Component() {
  const { t } = useMessages()
  const starred = useStarred()
  return (
    <>
      <TopBar title={t('shell.starred')} {...(starred.length > 0 && { count: String(starred.length) })} />
      <div className={classes.page}>
        {starred.length === 0 ? (
          <EmptyState
            icon={IconStar}
            title={t('shell.nothingStarred')}
            detail={t('shell.nothingStarredHow')}
          />
        ) : (
          <ul className={classes.list} aria-label={t('shell.starred')}>
            {starred.map((one) => (
              <StarredLine key={one.star.id} {...one} />
            ))}
          </ul>
        )}
      </div>
    </>
  )
}
