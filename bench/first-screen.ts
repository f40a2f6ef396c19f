import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parseSync } from 'vite'

export interface FirstScreen {
  readonly files: number
  /** Of all JavaScript that index.html loads before the first screen can show, gzip. */
  readonly bytes: number
}

/** What index.html names and what that imports statically; whatever is loaded by import() belongs to later screens. */
export function firstScreen(folder: string): FirstScreen {
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const found = new Set<string>()
  const visit = (path: string): void => {
    if (found.has(path)) return
    found.add(path)
    const { staticImports, staticExports } = parseSync(path, readFileSync(join(folder, path), 'utf8')).module
    const named = [
      ...staticImports.map(({ moduleRequest }) => moduleRequest.value),
      ...staticExports.flatMap(({ entries }) =>
        entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
      ),
    ]
    for (const name of named) visit(new URL(name, `file:///${path}`).pathname.slice(1))
  }
  for (const [, path = ''] of html.matchAll(/<(?:script|link)[^>]+(?:src|href)="\/([^"]+\.js)"/g)) visit(path)
  const bytes = [...found].reduce(
    (sum, path) => sum + gzipSync(readFileSync(join(folder, path)), { level: 9 }).length,
    0,
  )
  return { files: found.size, bytes }
}
