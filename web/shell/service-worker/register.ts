/** Milliseconds after the page has loaded: nothing here is needed by the first screen. */
const delay = 3_000

/** Keeps the app in the browser, so that it opens without a network. Only over HTTPS, or on the machine itself. */
export function keepApp(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  window.addEventListener('load', () => setTimeout(() => void register().catch(() => {}), delay), {
    once: true,
  })
}

async function register(): Promise<void> {
  await navigator.serviceWorker.register('/service-worker.js')
  const { active } = await navigator.serviceWorker.ready
  active?.postMessage('keep all')
}
