import { IconChecks, IconInbox } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useId, useRef } from 'react'
import type { Notification } from '#web/data/notifications.ts'
import { problemText } from '#web/data/problem-text.ts'
import { useMarkAllNotifications, useMarkNotification } from '#web/data/use-mark-notifications.ts'
import { useUnreadCount } from '#web/data/use-unread-count.ts'
import { Button } from '#web/design/button.tsx'
import { EmptyState } from '#web/design/empty-state.tsx'
import { ErrorState } from '#web/design/error-state.tsx'
import { Tabs } from '#web/design/tabs.tsx'
import { TopBar } from '#web/design/top-bar.tsx'
import { useKeys } from '#web/design/use-keys.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { InboxList } from './inbox-list.tsx'
import classes from './inbox-page.module.css'
import { InboxPreview } from './inbox-preview.tsx'
import { InboxSkeleton } from './inbox-skeleton.tsx'
import { useInbox } from './use-inbox.ts'
import { useWide } from './use-wide.ts'

/** What the person was told: mentions, assignments, reminders; the record beside them where there is room. */
export function Component() {
  const { show } = useSearch({ from: '/shell/inbox' })
  return <Inbox key={show ?? ''} unreadOnly={show === 'unread'} />
}

function Inbox({ unreadOnly }: { unreadOnly: boolean }) {
  const { t } = useMessages()
  const navigate = useNavigate()
  const { id: selected } = useSearch({ from: '/shell/inbox' })
  const wide = useWide()
  const panelId = useId()
  const list = useRef<HTMLDivElement>(null)
  const unread = useUnreadCount()
  const mark = useMarkNotification()
  const markAll = useMarkAllNotifications()
  const { entries, isPending, isError, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInbox(unreadOnly)
  const current = entries.find(({ id }) => id === selected)

  const select = (one: Notification | undefined) =>
    void navigate({
      to: '/inbox',
      search: (search) => ({ ...search, id: one?.id }),
      replace: true,
      resetScroll: false,
    })
  const read = (one: Notification) => {
    if (one.readAt === null) mark.mutate({ one, read: true })
  }
  const move = (by: 1 | -1) => {
    const at = entries.findIndex(
      ({ id }) => id === (document.activeElement?.getAttribute('data-id') ?? selected),
    )
    const next = entries[at < 0 ? 0 : Math.max(0, Math.min(entries.length - 1, at + by))]
    if (next === undefined) return
    list.current?.querySelector<HTMLElement>(`[data-id="${next.id}"]`)?.focus()
    if (wide) select(next)
  }
  const focused = () =>
    entries.find(({ id }) => id === (document.activeElement?.getAttribute('data-id') ?? selected))
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    e: () => {
      const one = focused()
      if (one !== undefined) mark.mutate({ one, read: one.readAt === null })
    },
  })

  return (
    <>
      <TopBar
        title={t('shell.inbox')}
        actions={
          unread > 0 && (
            <Button icon={IconChecks} busy={markAll.isPending} onClick={() => markAll.mutate()}>
              {t('inbox.markAllRead')}
            </Button>
          )
        }
      />
      <Tabs
        label={t('shell.inbox')}
        panelId={panelId}
        current={unreadOnly ? 'unread' : 'all'}
        tabs={[
          { name: 'all', label: t('inbox.all') },
          { name: 'unread', label: t('inbox.unread'), count: unread === 0 ? undefined : unread },
        ]}
        onChange={(name) =>
          void navigate({ to: '/inbox', search: { show: name === 'unread' ? 'unread' : undefined } })
        }
      />
      <div id={panelId} role="tabpanel" aria-label={t('shell.inbox')} className={classes.body}>
        <div
          ref={list}
          className={classes.list}
          data-alone={!wide || entries.length === 0 || undefined}
          data-scroll-restoration-id="inbox"
        >
          {isError ? (
            <ErrorState detail={problemText(t, error) ?? ''} onRetry={() => void refetch()} />
          ) : isPending ? (
            <InboxSkeleton />
          ) : entries.length === 0 ? (
            <EmptyState
              icon={IconInbox}
              title={t(unreadOnly ? 'inbox.allRead' : 'inbox.nothing')}
              detail={t(unreadOnly ? 'inbox.allReadWhat' : 'inbox.nothingWhat')}
            />
          ) : (
            <InboxList
              entries={entries}
              selected={current?.id}
              beside={wide}
              onSelect={(one) => {
                select(one)
                read(one)
              }}
              onOpen={read}
            />
          )}
          {hasNextPage && (
            <div className={classes.more}>
              <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {t('inbox.earlier')}
              </Button>
            </div>
          )}
        </div>
        {wide && entries.length > 0 && <InboxPreview one={current} />}
      </div>
    </>
  )
}
