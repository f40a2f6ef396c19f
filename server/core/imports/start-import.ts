import { permit, seenOf } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import type { ImportMapping } from '#shared/imports/contract.ts'
import { uuidv7 } from '#shared/uuid.ts'
import { compileMapping } from './mapping/compile.ts'
import { recordDoors } from './running/doors.ts'
import { ImportStore } from './running/store.ts'
import { secretColumns } from './secret-columns.ts'

/**
 * Queues a proposed import; a dry run may be followed by another start. What it writes is signed by an actor of its own.
 * @throws AppError `import_started`, or an issue for each wrong member of the mapping
 */
export async function startImport(
  cx: Context,
  id: string,
  mapping: ImportMapping,
  dryRun: boolean,
): Promise<void> {
  const store = new ImportStore(cx.workspace)
  const item = await store.get(id)
  const catalogue = seenOf(cx, await cx.workspace.refresh())
  permit(cx, 'import', catalogue.object(item.object))
  compileMapping(catalogue, item.object, item.columns, mapping)
  const actorId = dryRun ? null : uuidv7()
  if (actorId !== null) {
    const actor = {
      id: actorId,
      name: item.file_name.slice(0, 200),
      kind: 'import',
      ...(cx.actor.userId !== null && { userId: cx.actor.userId }),
    }
    // Actors are the engine's to make, whoever asks; all else the import writes is permitted as the asker's.
    await recordDoors.createRecords({ ...cx, source: 'system' }, 'actor', [actor])
  }
  // Noted now: a field may have another name when the import runs, or when it has ended.
  const secret = secretColumns(catalogue, item.object, mapping)
  await store.queue(id, {
    mapping,
    secret_columns: [...secret],
    dry_run: dryRun,
    import_actor_id: actorId,
  })
}
