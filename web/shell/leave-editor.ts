import type { RegisteredRouter } from '@tanstack/react-router'

const editors = 'input, textarea, select, [contenteditable="true"]'

/** Takes the focus from what is being edited: an editor that is left saves what it holds. */
export function leaveEditor(): void {
  const focused = document.activeElement
  if (focused instanceof HTMLElement && focused.matches(editors)) focused.blur()
}

/** A way back, a key or a reload leaves a page without leaving its editor first; what it holds is saved all the same. */
export function leaveEditorsOf(pages: RegisteredRouter): void {
  pages.subscribe('onBeforeLoad', ({ pathChanged }) => {
    if (pathChanged) leaveEditor()
  })
  window.addEventListener('beforeunload', leaveEditor)
}
