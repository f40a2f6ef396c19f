import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, request, type ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import type { Kith } from './kith.ts'

/** The server under another port, with a build of the web app of one's own choice. */
export interface Front extends Kith {
  /** As after an update: from now on these files are served, and no others. */
  serve(folder: string): void
  /** Addresses of scripts and styles that were asked for and are not there. */
  readonly missed: readonly string[]
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}

export async function startFront(kith: Kith, first: string): Promise<Front> {
  const { port } = new URL(kith.address)
  const missed: string[] = []
  let folder = first
  const send = (answer: ServerResponse, file: string, hashed: boolean) => {
    answer.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    })
    answer.end(readFileSync(file))
  }
  const server = createServer((asked, answer) => {
    const { pathname } = new URL(asked.url ?? '/', 'http://localhost')
    if (pathname.startsWith('/api/')) {
      const { method, headers, url: path } = asked
      const upstream = request({ port, host: '127.0.0.1', path, method, headers }, (given) => {
        answer.writeHead(given.statusCode ?? 502, given.headers)
        given.pipe(answer)
      })
      upstream.on('error', () => answer.destroy())
      answer.on('close', () => upstream.destroy())
      asked.pipe(upstream)
      return
    }
    const file = join(folder, pathname)
    const hashed = pathname.startsWith('/assets/')
    if (existsSync(file) && statSync(file).isFile()) send(answer, file, hashed)
    else if (hashed) {
      missed.push(pathname)
      answer.writeHead(404).end()
    } else send(answer, join(folder, 'index.html'), false)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('it listens nowhere')
  return {
    address: `http://localhost:${bound.port}`,
    missed,
    serve(next) {
      folder = next
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
