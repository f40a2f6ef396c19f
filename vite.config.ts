import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, transformWithOxc } from 'vite'

/** Writes `.br` and `.gz` beside every text asset, so that the server compresses nothing while it serves. */
function compressOnce(): Plugin {
  return {
    name: 'compress-once',
    apply: 'build',
    async writeBundle({ dir = '' }) {
      const files = await readdir(dir, { recursive: true })
      for (const file of files.filter((name) => /\.(js|css|html|svg|json)$/.test(name))) {
        const path = join(dir, file)
        const content = await readFile(path)
        const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }
        await writeFile(`${path}.br`, await promisify(brotliCompress)(content, quality))
        await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }))
      }
    },
  }
}

/** What a page runs through while it starts. */
const starting: ReadonlySet<string> = new Set([
  'app',
  'shared',
  'records',
  'list',
  'home-page',
  'record-page',
])

/**
 * Has the browser compile these whole while they arrive, beside the page and not within it: left to itself it compiles each
 * function when it is first called, which is a fifth of the work of starting.
 */
function compileAhead(): Plugin {
  return {
    name: 'compile-ahead',
    apply: 'build',
    generateBundle: {
      // Only the first line of a script says so: others put theirs above it.
      order: 'post',
      handler(_options, bundle) {
        for (const chunk of Object.values(bundle))
          if (chunk.type === 'chunk' && starting.has(chunk.name))
            chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`
      },
    },
  }
}

/** Builds the service worker by itself: one plain script at a fixed address, with the list of what it keeps. */
function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const assets = Object.keys(bundle).filter((name) => /^assets\/.+\.(js|css)$/.test(name))
      const path = 'web/shell/service-worker/worker.ts'
      const { code } = await transformWithOxc(await readFile(path, 'utf8'), path)
      const list = `const builtAssets = ${JSON.stringify(assets.map((name) => `/${name}`))}\n`
      // A worker that is no module has nothing to export: the mark of one is for the compiler.
      const source = list + code.replace(/^export \{\};?$/m, '')
      this.emitFile({ type: 'asset', fileName: 'service-worker.js', source })
    },
  }
}

/** Screens whose common parts are loaded in few pieces; what one alone needs comes with it. */
const screens = {
  home: 'apps/home/home-page.tsx',
  list: 'records/list-page.tsx',
  record: 'records/record-page.tsx',
  tasks: 'apps/tasks/tasks-page.tsx',
  calendar: 'apps/calendar/calendar-page.tsx',
  settings: 'apps/settings/workspace-page.tsx',
  members: 'apps/settings/members-page.tsx',
  import: 'apps/import/import-page.tsx',
} as const

interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}

const needs = new Map<string, ReadonlySet<string>>()

/**
 * The chunk of a module by the screens that cannot be shown without it: what the page where a day begins shares with any
 * other is one piece, what a list shares with others is a second, and all else of a list, the screen that is opened most, a
 * third. What a module imports is needed by at least the same screens, so these never need each other in a circle.
 * Null leaves it to the bundler.
 */
function chunkOf(id: string, modules: Modules): string | null {
  const needing = Object.entries(screens).flatMap(([name, path]) => {
    const needed = needs.get(name) ?? neededBy(join(import.meta.dirname, 'web', path), modules)
    needs.set(name, needed)
    return needed.has(id) ? [name] : []
  })
  if (needing.length < 2) return needing[0] === 'list' ? 'list' : null
  if (needing.includes('home')) return 'shared'
  return needing.includes('list') ? 'records' : needing.join('-')
}

/**
 * Packages cannot be told apart by who imports them, since what is imported through a barrel seems needed by everyone: icons
 * and what fields are made of belong to the page where a day begins, and what draws long lists to these.
 */
const packages: readonly (readonly [name: string, test: RegExp])[] = [
  ['shared', /[\\/]icons-react[\\/]/],
  [
    'shared',
    /[\\/]@mantine[\\/]core[\\/].*[\\/](?:Combobox|CopyButton|InlineInput|Input|InputBase|InputsGroupFieldset|JsonInput|Rating|ScrollArea|Select|Switch|TextInput|Textarea|find-element-in-shadow-dom|get-env)[\\/]/,
  ],
  [
    'shared',
    /[\\/]@mantine[\\/]hooks[\\/].*[\\/](?:clamp|use-callback-ref|use-clipboard|use-debounced-callback|use-debounced-value|use-previous)[\\/]/,
  ],
  ['records', /[\\/]@tanstack[\\/](?:react-virtual|virtual-core)[\\/]/],
]

const groupOf = (id: string, modules: Modules): string | null =>
  /[\\/]node_modules[\\/]/.test(id)
    ? (packages.find(([, test]) => test.test(id))?.[0] ?? null)
    : chunkOf(id, modules)

/** A module and all that is imported before it runs. */
function neededBy(id: string, modules: Modules, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(id)) return found
  found.add(id)
  for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) neededBy(imported, modules, found)
  return found
}

export default defineConfig({
  plugins: [react(), compileAhead(), serviceWorker(), compressOnce()],
  build: {
    outDir: 'dist/web',
    target: 'es2023',
    reportCompressedSize: false,
    assetsInlineLimit: 0,
    // What every screen needs is one chunk, and what the screens of a day share a few more: seventy small ones cost seventy
    // round trips on an office's HTTP/1.1, and a slow processor some 5 ms each.
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'app', tags: ['$initial'], priority: 1 },
            { name: groupOf, test: /[\\/](?:web|shared|node_modules)[\\/]/ },
          ],
        },
      },
    },
    chunkSizeWarningLimit: 800,
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': process.env.KITH_API ?? 'http://127.0.0.1:3000' },
  },
})
