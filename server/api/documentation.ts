import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'

const files = [
  { url: '/api/docs', file: 'index.html', type: 'text/html; charset=utf-8' },
  { url: '/api/docs/page.css', file: 'page.css', type: 'text/css; charset=utf-8' },
  { url: '/api/docs/page.js', file: 'page.js', type: 'text/javascript; charset=utf-8' },
] as const

/** `/api/docs`: a page that reads `/api/v1/openapi.json` and lets one try each operation with the session at hand. */
export function addDocumentation(server: FastifyInstance): void {
  for (const { url, file, type } of files) {
    server.get(url, async (_, reply) => {
      const content = await readFile(join(import.meta.dirname, 'docs-page', file))
      return reply.header('content-type', type).header('cache-control', 'no-cache').send(content)
    })
  }
}
