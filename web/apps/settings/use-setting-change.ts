import { problemText } from '#web/data/problem-text.ts'
import type { Settings } from '#web/data/settings.ts'
import { useSaveSettings } from '#web/data/use-save-settings.ts'
import { useSettings } from '#web/data/use-session.ts'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'

/** Saves a setting as soon as it is changed, and offers to take it back. */
export function useSettingChange(): (change: Partial<Settings>) => void {
  const { t } = useMessages()
  const settings = useSettings()
  const save = useSaveSettings()
  const fail = (error: unknown) => {
    showToast(problemText(t, error) ?? t('design.failed'), { tone: 'problem' })
  }
  return (change) => {
    const before = Object.fromEntries(
      Object.entries(settings).filter(([name]) => name in change),
    ) as Partial<Settings>
    save.mutate(change, {
      onError: fail,
      onSuccess: () => showToast(t('settings.saved'), { undo: () => save.mutate(before, { onError: fail }) }),
    })
  }
}
