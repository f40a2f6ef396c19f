// Runs on whatever Node a machine has (20 or later), before anything is installed: plain JavaScript, no packages.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
const stampFile = join(modules, '.kith-installed.json')
const pinnedNode = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** Installs what package-lock.json asks for and node_modules lacks. `dev` asks for the tools of the tests too. */
export function ensureInstalled({ dev }) {
  const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const lock = createHash('sha256').update(lockText).digest('hex')
  const here = `${process.platform}-${process.arch}`
  if (existsSync(pinnedNode)) {
    const stamp = readJson(stampFile)
    if (stamp?.lock === lock && stamp.here === here && (stamp.dev || !dev)) return
    if (matchesHiddenLock(JSON.parse(lockText), dev)) return leaveStamp({ lock, here, dev })
  }
  process.stderr.write('Installing what Kith needs; this takes a minute the first time …\n')
  const set = dev ? ['--include=dev'] : ['--omit=dev']
  const install = runNpm(['ci', ...set, '--no-audit', '--no-fund', '--loglevel=error'])
  if (install.error || install.status !== 0) {
    const said = install.error?.message ?? `${install.stdout}${install.stderr}`.trim()
    fail(`${said}\n\nnpm could not install what Kith needs. Mend what it names above, then start again.`)
  }
  if (!existsSync(pinnedNode))
    fail(
      'npm did not run the install scripts. Allow them (npm config set ignore-scripts false), then start again.',
    )
  leaveStamp({ lock, here, dev })
}

/** Runs a file of Kith with the pinned Node, passes signals on, and ends with its exit code. */
export function runPinned(file, parameters) {
  const child = spawn(pinnedNode, [join(root, file), ...parameters], {
    env: pinnedEnvironment(),
    // The channel tells the child when this process is gone, even by SIGKILL.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  endWithParent(child)
  child.on('error', (error) => fail(`${pinnedNode} cannot be run: ${error.message}`))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}

/** Runs a program that a package brings (`programOf`) to its end with the pinned Node; its exit code and output. */
export function runTool(file, parameters, { quiet }) {
  const result = spawnSync(pinnedNode, [file, ...parameters], {
    cwd: root,
    encoding: 'utf8',
    env: pinnedEnvironment(),
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    maxBuffer: 64 * 1024 * 1024,
  })
  const output = result.error ? `${result.error.message}\n` : quiet ? `${result.stdout}${result.stderr}` : ''
  return { code: result.status ?? 1, output }
}

/** The file behind a command that a package brings. */
export function programOf(packageName, command) {
  const { bin } = readJson(join(modules, packageName, 'package.json'))
  return join(modules, packageName, typeof bin === 'string' ? bin : bin[command])
}

export function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

function pinnedEnvironment() {
  return { NODE_COMPILE_CACHE: join(modules, '.cache', 'compile'), ...process.env }
}

/**
 * npm passes its signals to a shell, and some shells end without passing them on. Then the parent changes, and that
 * is the sign to stop.
 */
function endWithParent(child) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM')
  }, 500)
}

/** Whether npm itself notes everything of the lock as installed: a plain `npm install` leaves no stamp of ours. */
function matchesHiddenLock(lock, dev) {
  const installed = readJson(join(modules, '.package-lock.json'))?.packages
  if (installed === undefined) return false
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '' || (wanted.dev && !dev)) return true
    const found = installed[path]
    return found === undefined
      ? Boolean(wanted.optional || wanted.devOptional || wanted.peer)
      : found.version === wanted.version
  })
}

function leaveStamp(stamp) {
  try {
    writeFileSync(stampFile, JSON.stringify(stamp))
  } catch {
    // A folder that cannot be written: the next start compares again.
  }
}

function runNpm(parameters) {
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }
  const script = [
    process.env.npm_execpath,
    join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ].find((file) => file?.endsWith('npm-cli.js') && existsSync(file))
  // The pinned Node lies in the folder that npm is about to replace, so npm runs on the one found on the way.
  if (script !== undefined && process.execPath !== pinnedNode)
    return spawnSync(process.execPath, [script, ...parameters], options)
  return spawnSync('npm', parameters, {
    ...options,
    env: environmentWithoutModules(),
    shell: process.platform === 'win32',
  })
}

function environmentWithoutModules() {
  const delimiter = process.platform === 'win32' ? ';' : ':'
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.startsWith(modules))
  return { ...process.env, PATH: folders.join(delimiter) }
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
