// Built by itself into one plain script (vite.config.ts): it imports types alone.
import type { WorkerScope } from './worker-scope.ts'

declare const self: WorkerScope
/** Addresses of this build's scripts and styles; the build puts them in. */
declare const builtAssets: readonly string[]

const pages = 'kith-pages'
const assets = 'kith-assets'
/** Where the list of a build's assets is kept, for the build after it. */
const generation = '/assets/generation.json'

self.addEventListener('install', (event) => {
  event.waitUntil(Promise.all([keepPage(), self.skipWaiting()]))
})
self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([dropOldAssets(), self.clients.claim()]))
})
self.addEventListener('message', (event) => {
  if (event.data === 'keep all') event.waitUntil(keepAssets())
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/api/')) return
  if (request.mode === 'navigate') event.respondWith(pageFor(request))
  else if (pathname.startsWith('/assets/')) event.respondWith(assetFor(request))
})

/** The newest page there is: that of the server, or the one from before where it is away. */
async function pageFor(request: Request): Promise<Response> {
  const kept = async () => (await caches.open(pages)).match('/')
  try {
    const response = await fetch(request)
    if (isPage(response)) await (await caches.open(pages)).put('/', response.clone())
    return response.status >= 502 && response.status <= 504 ? ((await kept()) ?? response) : response
  } catch (error) {
    const page = await kept()
    if (page === undefined) throw error
    return page
  }
}

const isPage = (response: Response): boolean =>
  response.ok && !response.redirected && response.headers.get('content-type')?.includes('text/html') === true

/** A hashed file never changes: once here, it is asked for no more. */
async function assetFor(request: Request): Promise<Response> {
  const cache = await caches.open(assets)
  const kept = await cache.match(request)
  if (kept !== undefined) return kept
  const response = await fetch(request)
  if (response.ok) await cache.put(request, response.clone())
  return response
}

async function keepPage(): Promise<void> {
  const response = await fetch('/', { cache: 'no-store' })
  if (isPage(response)) await (await caches.open(pages)).put('/', response)
}

/** Fetches what no screen has asked for yet, one file after another, so that every screen opens without a network. */
async function keepAssets(): Promise<void> {
  const cache = await caches.open(assets)
  for (const address of builtAssets) {
    if ((await cache.match(address)) !== undefined) continue
    const response = await fetch(address).catch(() => undefined)
    if (response === undefined) return
    if (response.ok) await cache.put(address, response)
  }
}

/** Keeps the files of this build and of the one before: a tab that was open meanwhile still loads its screens. */
async function dropOldAssets(): Promise<void> {
  const cache = await caches.open(assets)
  const before = await cache.match(generation)
  const previous: unknown = await before?.json().catch(() => [])
  const wanted = new Set([...builtAssets, ...(Array.isArray(previous) ? previous : []), generation])
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url)
    if (/\.(js|css)$/.test(pathname) && !wanted.has(pathname)) await cache.delete(url)
  }
  await cache.put(generation, new Response(JSON.stringify(builtAssets)))
}
