import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fail, programOf, root, runTool } from './launch.js'

const sources = ['web', 'shared', 'index.html', 'vite.config.ts', 'package-lock.json']
const stampFile = join(root, 'dist', 'web', '.kith-built')

/** Builds the web app unless what lies in dist/web was built from exactly these sources. */
export function ensureWebBuilt() {
  if (!existsSync(join(root, 'vite.config.ts')) || !existsSync(join(root, 'web', 'main.tsx'))) return
  const hash = hashOfSources()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) return
  process.stderr.write('Building the web app …\n')
  // Any other value, as of a test run, would build React's slower and larger half for programmers.
  const environment = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  const { code, output } = runTool(programOf('vite', 'vite'), ['build', '--logLevel', 'warn'], {
    quiet: true,
  })
  if (environment === undefined) delete process.env.NODE_ENV
  else process.env.NODE_ENV = environment
  if (code !== 0) {
    const wayOut = output.includes('EACCES') ? ` Start Kith once as the user who may write to ${root}.` : ''
    fail(`${output}\nThe web app could not be built.${wayOut}`)
  }
  writeFileSync(stampFile, hash)
}

function hashOfSources() {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const file of filesIn(source))
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(root, file)))
        .update('\0')
  }
  return hash.digest('hex')
}

function filesIn(path) {
  if (!existsSync(join(root, path))) return []
  if (/\.\w+$/.test(path)) return [path]
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
    .sort()
}
