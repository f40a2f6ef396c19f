import type pg from 'pg'
import type { Config } from '#server/platform/config/index.ts'
import type { Log } from '#server/platform/log/index.ts'

/** What a command works with. Results go to standard output, log lines to standard error. */
export interface CommandContext {
  readonly config: Config
  readonly log: Log
  print(text: string): void
  /**
   * Runs `work` on the checked and migrated database, whether or not the server runs.
   * `pool` is logged in as the platform role.
   */
  withDatabase<T>(work: (pool: pg.Pool, databaseUrl: string) => Promise<T>): Promise<T>
}

export interface Command {
  /** One line for the list of commands. */
  readonly summary: string
  /** What `--help` shows. */
  readonly usage: string
  /** @returns the exit code; 0 when undefined */
  run(args: readonly string[], context: CommandContext): Promise<number | undefined>
}

/** The command line was wrong: the message is shown with the usage. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}
