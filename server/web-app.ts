import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'

const builtFolder = join(import.meta.dirname, '../dist/web')

/**
 * Only what this server sends runs in the page: a script that hides in a name or a note does not. Styles are set on
 * elements while they are drawn; pictures are files of records, or made in the page.
 */
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "frame-src 'self' blob:",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * Serves the built web app: hashed files for ever, compressed ones where they lie beside; every other address is the app's.
 * @param folder with nothing in it nothing is served
 */
export async function addWebApp(server: FastifyInstance, folder = builtFolder): Promise<void> {
  const built = await access(join(folder, 'index.html')).then(
    () => true,
    () => false,
  )
  if (!built) return
  const { default: fastifyStatic } = await import('@fastify/static')
  await server.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (response, path) => {
      const hashed = path.includes('/assets/')
      response.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      response.header('referrer-policy', 'same-origin')
      // On scripts too: one that becomes a worker lives by the policy it came with.
      response.header('content-security-policy', policy)
    },
  })
  // Addresses of screens are the web app's to understand; those of the API answer with problems.
  server.get('/*', (request, reply) => {
    const { url } = request
    if (url.startsWith('/api/') || url.startsWith('/assets/')) return reply.callNotFound()
    return reply.sendFile('index.html')
  })
}
