import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'

const types = { html: 'text/html', css: 'text/css', js: 'text/javascript' } as const
const styles = ['ground.css', 'controls.css', 'page.css', 'operation.css'] as const
const scripts = ['page.js', 'dom.js', 'operation.js', 'schema.js', 'texts.js', 'try.js'] as const

/** Nothing but its own files, and questions to its own server: labels that people chose can hold anything. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** `/api/docs`: a page that reads `/api/v1/openapi.json` and lets one try each operation with the session at hand. */
export function addDocumentation(server: FastifyInstance): void {
  const add = (url: string, file: string, type: string): void => {
    server.get(url, async (_, reply) => {
      const content = await readFile(join(import.meta.dirname, 'docs-page', file))
      return reply
        .headers({
          'content-type': `${type}; charset=utf-8`,
          'cache-control': 'no-cache',
          'content-security-policy': policy,
          'referrer-policy': 'no-referrer',
        })
        .send(content)
    })
  }
  add('/api/docs', 'index.html', types.html)
  for (const file of styles) add(`/api/docs/${file}`, file, types.css)
  for (const file of scripts) add(`/api/docs/${file}`, file, types.js)
}
