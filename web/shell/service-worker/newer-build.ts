const storageKey = 'kith.reloadedFor'

/**
 * A tab that was open while Kith was updated asks for screens that are gone. It loads itself anew, once for each
 * build; where the screen merely did not arrive, it stays as it is, with all that was typed.
 */
export function followBuilds(): void {
  window.addEventListener('vite:preloadError', () => void reloadForNewer().catch(() => {}))
}

async function reloadForNewer(): Promise<void> {
  const response = await fetch('/', { cache: 'no-store' })
  if (!response.ok) return
  const served = scriptIn(new DOMParser().parseFromString(await response.text(), 'text/html'))
  if (served === undefined || served === scriptIn(document)) return
  if (sessionStorage.getItem(storageKey) === served) return
  sessionStorage.setItem(storageKey, served)
  location.reload()
}

/** The script that starts a page: its name is that of the build. */
const scriptIn = (page: Document): string | undefined =>
  page.querySelector('script[type="module"][src]')?.getAttribute('src') ?? undefined
