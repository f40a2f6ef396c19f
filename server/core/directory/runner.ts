import type { Context } from '#server/core/context.ts'
import { WorkspaceRunner, type WorkspacesServed } from '#server/core/workspace-runner.ts'
import type { Workspace } from '#server/core/workspaces/workspace.ts'
import { runAlone } from '#server/platform/database/index.ts'
import type { Log } from '#server/platform/log/index.ts'
import { AppError } from '#shared/errors.ts'
import type { DirectoryReport } from '#shared/operations/directories.ts'
import type { DirectoryMembers } from './members.ts'
import { beginRun, directoryTopic, endRun, unfinishedRuns, type WaitingRun } from './runs.ts'
import { forgetSource, queueDue, schedulesOf, usualSchedule } from './schedules.ts'
import type { DirectorySources } from './sources.ts'
import { synchronise } from './synchronise.ts'

interface RunnerParts {
  readonly sources: DirectorySources
  readonly members: DirectoryMembers
  readonly contextOf: (workspace: Workspace) => Promise<Context>
  readonly log: Log
}

/** Brings directories in, when somebody asks and by their schedules. */
export const directoryRunner = (served: WorkspacesServed, parts: RunnerParts): WorkspaceRunner =>
  new WorkspaceRunner(served, {
    topic: directoryTopic,
    calm: 50,
    failed: 'directories could not be looked for',
    async work(workspace, signal) {
      await queueDue(workspace)
      for (const run of await unfinishedRuns(workspace)) {
        if (signal.aborted) return
        // One source is brought in by one process at a time.
        await runAlone(workspace.pool, `kith directory ${workspace.id} ${run.source}`, async () => {
          if (await beginRun(workspace, run.id))
            await endRun(workspace, run, await carryOut(workspace, run, parts))
        })
      }
    },
  })

async function carryOut(
  workspace: Workspace,
  { id, source, trial, confirmed }: WaitingRun,
  { sources, members, contextOf, log }: RunnerParts,
): Promise<DirectoryReport | AppError> {
  try {
    const known = (await sources.list(workspace.id)).find((one) => one.id === source)
    if (known === undefined) {
      await forgetSource(workspace, source)
      throw new AppError('directory_missing')
    }
    const { mostLeaving } = (await schedulesOf(workspace)).get(source) ?? usualSchedule
    const directory = await sources.read(workspace.id, source)
    return await synchronise(await contextOf(workspace), directory, {
      source,
      sourceName: known.name,
      members,
      signsIn: true,
      mostLeaving,
      confirmed: confirmed ?? 0,
      trial,
    })
  } catch (error) {
    if (error instanceof AppError) return error
    log.error({ err: error, workspace: workspace.id, source }, 'a directory could not be brought in')
    return new AppError('internal', { requestId: id })
  }
}
