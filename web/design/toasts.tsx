import { IconAlertTriangle, IconBell, IconCheck, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useMessages } from '#web/messages/use-messages.ts'
import { Button } from './button.tsx'
import { IconButton } from './icon-button.tsx'
import { closeToast, shownFor, type Toast, toastStore } from './toast-store.ts'
import { useUndoKey } from './toast-undo-key.ts'
import classes from './toasts.module.css'

const icons = { done: IconCheck, problem: IconAlertTriangle, news: IconBell } satisfies Record<
  Toast['tone'],
  unknown
>

/** The place where toasts appear; once, in the shell. */
export function Toasts() {
  useUndoKey()
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.get)
  return (
    <div className={classes.place} role="status" aria-live="polite">
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </div>
  )
}

function ToastLine({ toast }: { toast: Toast }) {
  const { t } = useMessages()
  const [held, setHeld] = useState(false)
  const left = useRef(shownFor)

  // Time stands still while the pointer or the focus is on it.
  useEffect(() => {
    if (held || toast.tone !== 'done') return
    const started = Date.now()
    const timer = setTimeout(() => closeToast(toast.id), left.current)
    return () => {
      clearTimeout(timer)
      left.current -= Date.now() - started
    }
  }, [held, toast])

  const Icon = icons[toast.tone]
  const { action } = toast
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer only holds the clock; nothing is done by it
    <div
      className={classes.toast}
      data-tone={toast.tone}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon aria-hidden />
      <span className={classes.message}>{toast.message}</span>
      {toast.undo !== undefined && (
        <Button
          variant="subtle"
          size="sm"
          keyHint="Z"
          onClick={() => {
            closeToast(toast.id)
            toast.undo?.()
          }}
        >
          {t('design.undo')}
        </Button>
      )}
      {action !== undefined && (
        <Button
          variant="subtle"
          size="sm"
          onClick={() => {
            action.run()
            closeToast(toast.id)
          }}
        >
          {action.title}
        </Button>
      )}
      <IconButton icon={IconX} label={t('design.close')} size="sm" onClick={() => closeToast(toast.id)} />
    </div>
  )
}
