import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { catalogueOf, unlimited } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { type FileStore, keepFile } from '#server/core/files/index.ts'
import type { Log } from '#server/platform/log/index.ts'
import type { ImportMapping, ImportProposal, ImportStatus } from '#shared/imports/contract.ts'
import { importStatus } from './import-status.ts'
import { proposeImport, type TypedChoices } from './propose-import.ts'
import { openTable } from './reading/index.ts'
import { ImportRunner } from './running/runner.ts'
import { startImport } from './start-import.ts'

export interface FileImport extends TypedChoices {
  readonly object: string
  readonly path: string
  readonly dryRun: boolean
}

export interface FileImportDependencies {
  readonly files: FileStore
  readonly log: Log
  /** Called with the proposal before anything is written. */
  readonly onProposal: (proposal: ImportProposal & { readonly mapping: ImportMapping }) => void
  /** Called about twice a second while it runs. */
  readonly onProgress: (status: ImportStatus) => void
}

const pause = 500

/**
 * Brings a file of this machine in, in this process, or watches another one that was quicker to take it up.
 * @throws AppError for a file or mapping that cannot be used; nothing is written then
 */
export async function importFile(
  cx: Context,
  { object, path, dryRun, ...typed }: FileImport,
  { files, log, onProposal, onProgress }: FileImportDependencies,
): Promise<ImportStatus> {
  catalogueOf(cx).object(object)
  await openTable(path)
  const file = await keepFile(cx, files, basename(path), createReadStream(path))
  const proposal = await proposeImport(cx, { files }, object, file, typed)
  onProposal(proposal)
  await startImport(cx, proposal.id, proposal.mapping, dryRun)
  const runner = new ImportRunner({
    workspaces: () => [cx.workspace],
    files,
    log,
    systemContext: async () => ({ ...cx, access: unlimited, source: 'system' }),
    surroundings: () => ({
      steps: cx.steps,
      announce: cx.announce,
      accessOf: cx.accessOf,
      comesIn: cx.comesIn,
    }),
    now: cx.now,
  })
  let isRunning = true
  const running = runner.run(cx.workspace, proposal.id).finally(() => {
    isRunning = false
  })
  for (;;) {
    await Promise.race([running, sleep(pause)])
    const status = await importStatus(cx, proposal.id)
    if (status.state === 'done' || status.state === 'failed') return status
    onProgress(status)
    if (!isRunning) await sleep(pause)
  }
}
