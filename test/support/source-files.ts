import { globSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSync } from 'vite'

export const root = join(import.meta.dirname, '../..')

const tests = /(^|\/)(test|testing|bench)\/|\.test\.tsx?$|\/testing\.ts$/

/** Paths of Kith's own source below the root, tests left out, in order. */
export function sourceFiles(pattern = '{shared,server,web,bin}/**/*.{ts,tsx,js}'): string[] {
  return globSync(pattern, { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !tests.test(path))
    .sort()
}

export const readSource = (path: string): string => readFileSync(join(root, path), 'utf8')

/** One import of a file: `to` is a path below the root, or the name of a package with its inner path. */
export interface Import {
  readonly from: string
  readonly to: string
  readonly own: boolean
  /** `import type` is gone before anything runs; `lazy` is import(). */
  readonly kind: 'type' | 'static' | 'lazy'
}

/** Every import and re-export of a source file, aliases and relative paths resolved. */
export function importsOf(from: string): Import[] {
  const text = readSource(from)
  const { staticImports, staticExports, dynamicImports } = parseSync(from, text).module
  const named = (specifier: string, kind: Import['kind']): Import => ({
    from,
    kind,
    ...resolve(from, specifier),
  })
  return [
    ...staticImports.map(({ moduleRequest, entries }) =>
      named(
        moduleRequest.value,
        entries.length > 0 && entries.every(({ isType }) => isType) ? 'type' : 'static',
      ),
    ),
    ...staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) =>
        moduleRequest === null ? [] : [named(moduleRequest.value, isType ? 'type' : 'static')],
      ),
    ),
    ...dynamicImports.flatMap(({ moduleRequest }) => {
      const literal = /^(['"`])([^$]*)\1$/.exec(text.slice(moduleRequest.start, moduleRequest.end))
      return literal?.[2] === undefined ? [] : [named(literal[2], 'lazy')]
    }),
    // typeof import('…'), which the parser counts as a type and not as an import.
    ...[...text.matchAll(/typeof import\('([^']+)'\)/g)].map(([, specifier]) =>
      named(specifier ?? '', 'type'),
    ),
  ]
}

function resolve(from: string, specifier: string): Pick<Import, 'to' | 'own'> {
  const path = specifier.replace(/\?\w+$/, '')
  if (path.startsWith('#')) return { to: path.slice(1), own: true }
  if (path.startsWith('.')) return { to: posix.join(posix.dirname(from), path), own: true }
  return { to: path, own: false }
}
