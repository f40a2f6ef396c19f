import { leaveEditor } from '../leave-editor.ts'

const storageKey = 'kith.reloadedFor'
/** Milliseconds between two looks at whether nothing is being typed. */
const pause = 500
/** What may hold words that are not saved: a form, a dialog, and whatever has the focus. */
const writing =
  'form, [role="dialog"], [role="alertdialog"], :is(input, textarea, [contenteditable="true"]):focus'

/**
 * A tab that was open while Kith was updated asks for screens that are gone. It loads itself anew, once for each
 * build, as soon as nothing is being typed: a pointer over a link asks for a screen too. Where the screen merely did not
 * arrive, it stays as it is.
 */
export function followBuilds(): void {
  window.addEventListener('vite:preloadError', () => void reloadForNewer().catch(() => {}))
}

let following = false

async function reloadForNewer(): Promise<void> {
  if (following) return
  const response = await fetch('/', { cache: 'no-store' })
  if (!response.ok) return
  const served = scriptsIn(new DOMParser().parseFromString(await response.text(), 'text/html'))
  if (served === '' || served === scriptsIn(document)) return
  if (sessionStorage.getItem(storageKey) === served || following) return
  following = true
  while (document.querySelector(writing) !== null) await new Promise((resolve) => setTimeout(resolve, pause))
  leaveEditor()
  sessionStorage.setItem(storageKey, served)
  location.reload()
}

/** The scripts that start a page, by their names; each alone may be the same in the next build. */
const scriptsIn = (page: Document): string =>
  [...page.querySelectorAll('script[type="module"][src]')]
    .map((script) => script.getAttribute('src'))
    .join(' ')
