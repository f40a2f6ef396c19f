import { type ParseArgsConfig, parseArgs } from 'node:util'
import { UsageError } from './command.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/** The options of a command line; positional words too. @throws UsageError for what it does not know */
export function readOptions<const O extends Options>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** The one FILE of a command that takes nothing else. @throws UsageError */
export function readFileName(args: readonly string[]): string {
  const [file, ...more] = readOptions(args, {}).positionals
  if (file === undefined || more.length > 0) throw new UsageError('One FILE is needed')
  return file
}

/** @throws UsageError where the option is missing */
export function needed(value: string | undefined, option: string): string {
  if (value === undefined || value === '') throw new UsageError(`--${option} is needed`)
  return value
}
