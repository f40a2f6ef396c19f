import type { Context, Surroundings } from '#server/core/context.ts'
import type { FileStore } from '#server/core/files/index.ts'
import type { Workspace } from '#server/core/workspaces/workspace.ts'
import { runAlone } from '#server/platform/database/index.ts'
import type { Log } from '#server/platform/log/index.ts'
import { AppError } from '#shared/errors.ts'
import { dropSecrets } from '../drop-secrets.ts'
import { openTable } from '../reading/index.ts'
import { secretColumns, withoutSecrets } from '../secret-columns.ts'
import { type ImportDoors, recordDoors } from './doors.ts'
import { runImport } from './run-import.ts'
import { ImportStore, type StoredImport } from './store.ts'

export interface ImportRunnerOptions {
  readonly workspaces: () => Promise<readonly Workspace[]> | readonly Workspace[]
  readonly doors?: ImportDoors
  /** What follows from writes in a workspace, as every edge gives it to its contexts. */
  readonly surroundings: (workspace: Workspace) => Surroundings
  readonly files: FileStore
  /** What the engine itself does there. */
  readonly systemContext: (workspace: Workspace) => Promise<Context>
  readonly log: Log
  readonly now?: () => Date
  /** Milliseconds between two looks for imports that another process left unfinished; 30,000. */
  readonly interval?: number
}

/** Times in a row that an import may be cut short before it counts as failed. */
const mostFailures = 10

/**
 * Runs what is queued and goes on with what a crash left behind. Each import runs in one process at a time: the one
 * that holds its advisory lock.
 */
export class ImportRunner {
  readonly #options: ImportRunnerOptions
  readonly #stopping = new AbortController()
  #timer: NodeJS.Timeout | undefined
  #working: Promise<void> = Promise.resolve()

  constructor(options: ImportRunnerOptions) {
    this.#options = options
  }

  start(): void {
    this.wake()
    this.#timer = setInterval(() => this.wake(), this.#options.interval ?? 30_000)
    this.#timer.unref()
  }

  /** Looks for work now; with a workspace, only there. */
  wake(workspace?: Workspace): void {
    this.#working = this.#working.then(async () => {
      try {
        const all = workspace === undefined ? await this.#options.workspaces() : [workspace]
        for (const each of all) await this.#drain(each)
      } catch (error) {
        this.#options.log.error({ err: error }, 'imports could not be looked for')
      }
    })
  }

  /** Lets the current chunk finish and stops; a later start goes on from there. */
  async stop(): Promise<void> {
    clearInterval(this.#timer)
    this.#stopping.abort()
    await this.#working
  }

  async #drain(workspace: Workspace): Promise<void> {
    if (this.#stopping.signal.aborted) return
    for (const id of await new ImportStore(workspace).unfinished()) await this.run(workspace, id)
  }

  /** Runs one import to its end, unless another process is at it. Never rejects: what fails is written to the import, or to the log. */
  async run(workspace: Workspace, id: string): Promise<void> {
    try {
      await runAlone(workspace.pool, `kith import ${id}`, () => this.#runLocked(workspace, id))
    } catch (error) {
      this.#options.log.error({ err: error, importId: id }, 'an import could not be taken up')
    }
  }

  async #runLocked(workspace: Workspace, id: string): Promise<void> {
    const { files, log, systemContext } = this.#options
    const item = await new ImportStore(workspace).get(id)
    if (item.state !== 'queued' && item.state !== 'running') return
    try {
      await this.#attempt(workspace, item)
    } catch (error) {
      if (this.#stopping.signal.aborted) return
      await this.#noteFailure(workspace, id, error)
    }
    try {
      await dropSecrets(workspace, files, () => systemContext(workspace), item.file_id)
    } catch (error) {
      // The rows are written all the same, and housekeeping tries again.
      log.error({ err: error, importId: id }, 'the file of an import could not be taken away')
    }
  }

  async #attempt(workspace: Workspace, item: StoredImport): Promise<void> {
    const { doors = recordDoors, files, surroundings, now = () => new Date() } = this.#options
    const file = await files.local(workspace.id, item.file_sha256)
    try {
      const table = await openTable(file.path)
      const today = secretColumns(await workspace.refresh(), item.object, item.mapping)
      const secret = new Set([...item.secret_columns, ...today])
      const store = new ImportStore(workspace, (row) => withoutSecrets(row, table.columns, secret))
      await store.setRunning(item.id, secret)
      await runImport(
        { ...item, secret_columns: [...secret] },
        { doors, store, workspace, table, signal: this.#stopping.signal, now, ...surroundings(workspace) },
      )
    } finally {
      await file.release()
    }
  }

  /** An import that is refused, or was cut short too often, has failed. */
  async #noteFailure(workspace: Workspace, id: string, error: unknown): Promise<void> {
    const store = new ImportStore(workspace)
    const isRefusal = error instanceof AppError && error.status < 500
    if (!isRefusal) this.#options.log.error({ err: error, importId: id }, 'an import was cut short')
    const failures = isRefusal ? mostFailures : await store.countFailure(id)
    if (failures < mostFailures) return
    const { code, parameters } =
      error instanceof AppError ? error : { code: 'internal', parameters: { requestId: id } }
    await store.finish(id, { code, parameters })
  }
}
