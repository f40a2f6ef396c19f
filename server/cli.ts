import { type Command, UsageError } from './cli/command.ts'

/** Every command by its words. A command's file is loaded when it is called. */
const commands: Readonly<Record<string, () => Promise<{ readonly command: Command }>>> = {
  start: () => import('./cli/start.ts'),
  'user create': () => import('./cli/user.ts'),
  'user reset-factors': () => import('./cli/reset-factors.ts'),
  'key create': () => import('./cli/key.ts'),
  'keys rotate': () => import('./cli/rotate-keys.ts'),
  'demo load': () => import('./cli/demo.ts'),
  import: () => import('./cli/import.ts'),
  backup: () => import('./cli/backup.ts'),
  restore: () => import('./cli/restore.ts'),
  'audit verify': () => import('./cli/audit-verify.ts'),
  'audit export': () => import('./cli/audit-export.ts'),
  doctor: () => import('./cli/doctor.ts'),
}

process.exit(await main(process.argv.slice(2)))

async function main(words: readonly string[]): Promise<number> {
  const name = [2, 1]
    .map((count) => words.slice(0, count).join(' '))
    .find((text) => Object.hasOwn(commands, text))
  const load = name === undefined ? undefined : commands[name]
  if (name === undefined || load === undefined) return showCommands(words)
  const { command } = await load()
  const args = words.slice(name.split(' ').length)
  if (args.includes('--help')) {
    process.stdout.write(`${command.summary}\n\n${command.usage}\n`)
    return 0
  }
  try {
    const { createContext } = await import('./cli/context.ts')
    return (await command.run(args, createContext(name))) ?? 0
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`)
    if (!(error instanceof UsageError)) return 1
    process.stderr.write(`\n${command.usage}\n`)
    return 2
  }
}

async function showCommands(words: readonly string[]): Promise<number> {
  const asked = words.length === 0 || words[0] === '--help' || words[0] === 'help'
  const out = asked ? process.stdout : process.stderr
  if (!asked) out.write(`There is no command "${words.join(' ')}".\n\n`)
  out.write('kith COMMAND [--help]\n\n')
  for (const [name, load] of Object.entries(commands))
    out.write(`  ${name.padEnd(20)}${(await load()).command.summary}\n`)
  return asked ? 0 : 2
}

/** A person reads this: the message alone, unless the error is one nobody thought of. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const unforeseen =
    error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError
  return unforeseen || process.env.LOG_LEVEL === 'debug' ? (error.stack ?? error.message) : error.message
}
