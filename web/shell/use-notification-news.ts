import { useNavigate } from '@tanstack/react-router'
import { browserNotifies } from '#web/data/browser-notifications.ts'
import type { Notification as Told } from '#web/data/notifications.ts'
import { useCatalogue } from '#web/data/use-catalogue.ts'
import { usePersonalNews } from '#web/data/use-personal-news.ts'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { headline } from '#web/records/notification-headline.ts'

/** Tells of what arrives while the page is open: a reminder in the page, and anything in the browser where that was switched on. */
export function useNotificationNews(): void {
  const messages = useMessages()
  const navigate = useNavigate()
  const catalogue = useCatalogue()

  const open = ({ object, recordId, id, alert }: Told) => {
    if (alert !== null) void navigate({ to: '/settings/audit', search: { id: alert.entryId } })
    else if (recordId === null) void navigate({ to: '/inbox', search: { id } })
    else void navigate({ to: '/o/$object/$id', params: { object, id: recordId } })
  }
  usePersonalNews((arrived) => {
    for (const one of arrived) {
      const what = headline(messages, catalogue, one)
      if (one.kind === 'reminder')
        showToast(messages.t('inbox.reminderOf', { title: one.title }), {
          tone: 'news',
          action: { title: messages.t('inbox.open'), run: () => open(one) },
        })
      if (document.visibilityState !== 'hidden' || !browserNotifies()) continue
      const [title, body] =
        one.kind === 'reminder'
          ? [one.title, what]
          : [what, [one.title, one.kind === 'unreached' ? '' : one.text].filter(Boolean).join('\n')]
      // One for all open tabs.
      const shown = new Notification(title, { body, tag: one.id, icon: '/icons/icon-192.png' })
      shown.onclick = () => {
        window.focus()
        open(one)
        shown.close()
      }
    }
  })
}
