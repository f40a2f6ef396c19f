import { forgetUndo, rememberUndo } from './toast-undo.ts'

export interface Toast {
  readonly id: number
  readonly message: string
  readonly tone: 'done' | 'problem' | 'news'
  readonly undo?: () => void
  /** Leads to what it is about. */
  readonly action?: { readonly title: string; readonly run: () => void }
}

let toasts: readonly Toast[] = []
let counter = 0
const listeners = new Set<() => void>()

function replace(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

/** Says what was done, at the foot of the page, for 8 s; `undo` takes it back. A problem, and news, stay until they are closed. */
export function showToast(
  message: string,
  options: Partial<Pick<Toast, 'undo' | 'tone' | 'action'>> = {},
): number {
  const toast: Toast = { tone: 'done', ...options, id: ++counter, message }
  const { undo } = toast
  if (undo !== undefined) {
    rememberUndo(toast.id, () => {
      closeToast(toast.id)
      undo()
    })
  }
  replace([...toasts.slice(-2), toast])
  return toast.id
}

/** Says what was done and offers to take it back: for 8 s, by the button or by Z. */
export function showUndo(message: string, undo: () => void): number {
  return showToast(message, { undo })
}

/** What is done plainly enough without words: taken back by Z alone, for 8 s. */
export function offerQuietUndo(undo: () => void): void {
  rememberUndo(++counter, undo, Date.now() + shownFor)
}

/** Milliseconds that something done can be taken back. */
export const shownFor = 8_000

export function closeToast(id: number): void {
  forgetUndo(id)
  replace(toasts.filter((toast) => toast.id !== id))
}

export const toastStore = {
  get: () => toasts,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}
