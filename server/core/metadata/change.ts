import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { isDatabaseError } from '#server/platform/database/index.ts'
import { AppError } from '#shared/errors.ts'
import type { Language } from '#shared/language.ts'
import { checkDefaultExpressions } from './default-expressions.ts'
import { prepareUnique } from './existing-doubles.ts'
import { prepareChecks, runChecks, valueChecks } from './existing-values.ts'
import { identifier } from './identifier.ts'
import type { MetadataState } from './state.ts'
import { readState, writeState } from './store.ts'
import { structureChanges } from './structure.ts'
import { refuseTooWide } from './width.ts'

/** What a change of metadata needs to know of its workspace. */
export interface MetadataOwner {
  readonly schema: string
  readonly language: Language
  /** A connection of the role that owns the schema; the caller ends it. */
  connectAsOwner(): Promise<pg.Client>
  /** Tells this and other processes that the metadata is new. */
  metadataChanged(): Promise<void>
}

interface Extras {
  /** Done in the transaction of the change, while no writer is at work. */
  readonly within?: (client: pg.ClientBase) => Promise<void>
  /** How long to wait for others, in milliseconds; 10,000. */
  readonly patience?: number
}

const usualPatience = 10_000
const lockTimeout = 50

/**
 * Changes the metadata, tables included, or nothing. `revise` makes the new state from the present one: rows that
 * stay must stay the same objects. One change at a time; what existing records could break is checked exactly.
 * Writers wait for the last short transaction only.
 * @throws AppError `metadata_busy` when others hold the tables too long, `existing_values_conflict`, `too_many_fields`
 */
export async function changeMetadata(
  owner: MetadataOwner,
  revise: (state: MetadataState, client: pg.ClientBase) => MetadataState | Promise<MetadataState>,
  more: Extras = {},
): Promise<void> {
  const client = await owner.connectAsOwner()
  try {
    await lockChanges(client, owner.schema, more)
    const before = await readState(client, owner.schema)
    if (before === undefined) throw new Error(`schema ${owner.schema} has no metadata`)
    const after = await revise(before, client)
    if (after === before) return
    await apply(client, owner, before, after, more)
  } finally {
    // Ends the lock too.
    await client.end()
  }
  await owner.metadataChanged()
}

async function apply(
  client: pg.ClientBase,
  owner: MetadataOwner,
  before: MetadataState,
  after: MetadataState,
  more: Extras,
): Promise<void> {
  const { schema } = owner
  refuseTooWide(before.objects, after.objects)
  checkDefaultExpressions(after)
  const language = after.settings?.language ?? owner.language
  const statements = structureChanges(before.objects, after.objects, { schema, language })
  const checks = valueChecks(schema, before.objects, after.objects)
  const dropUnique = await prepareUnique(client, { schema, language }, before.objects, after.objects)
  let committed = false
  try {
    const dropChecks = await prepareChecks(client, schema, checks)
    try {
      await retryWhileLocked(client, more, async () => {
        await client.query(
          `begin; set local lock_timeout = ${lockTimeout};
           select pg_advisory_xact_lock(hashtextextended('kith metadata ${identifier(schema)}', 0))`,
        )
        if (statements.length > 0) await client.query(statements.join(';\n'))
        await runChecks(client, schema, checks)
        await more.within?.(client)
        await writeState(client, schema, before, after)
        await client.query('commit')
      })
      committed = true
    } finally {
      await dropChecks()
    }
  } finally {
    if (!committed) await dropUnique()
  }
}

/** Admins take turns. Waiting in a statement would hold up the building of indexes: they wait for old snapshots. */
async function lockChanges(
  client: pg.ClientBase,
  schema: string,
  { patience = usualPatience }: Extras,
): Promise<void> {
  const deadline = Date.now() + patience
  while (!(await tryLock(client, `kith change ${schema}`))) {
    if (Date.now() > deadline) throw new AppError('metadata_busy')
    await sleep(20 + Math.random() * 60)
  }
}

/** Takes a lock of the session if it is free. */
export async function tryLock(client: pg.ClientBase, name: string): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>(
    'select pg_try_advisory_lock(hashtextextended($1, 0)) as locked',
    [name],
  )
  return rows[0]?.locked === true
}

async function retryWhileLocked(
  client: pg.ClientBase,
  { patience = usualPatience }: Extras,
  attempt: () => Promise<void>,
): Promise<void> {
  const deadline = Date.now() + patience
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      await client.query('rollback')
      const passing = isDatabaseError(error, '55P03') || isDatabaseError(error, '40P01')
      if (!passing) throw error
      if (Date.now() > deadline) throw new AppError('metadata_busy', {}, { cause: error })
    }
    // Those who waited behind us go first.
    await sleep(lockTimeout + Math.random() * 100)
  }
}
