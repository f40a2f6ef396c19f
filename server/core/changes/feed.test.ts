import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '#server/core/context.ts'
import { standard } from '#server/core/metadata/test/objects.ts'
import { createRecords, updateRecords } from '#server/core/records/index.ts'
import { createTestWorkspace } from '#test/support/workspace.ts'
import { encodeChangeCursor } from './cursor.ts'
import type { ChangeEntry } from './entry.ts'
import { presentCursor, readChanges } from './index.ts'

let cx: Context
let scene: Awaited<ReturnType<typeof createTestWorkspace>>

beforeAll(async () => {
  scene = await createTestWorkspace(standard)
  cx = scene.cx
})
afterAll(() => scene.drop())

const create = async (name: string): Promise<string> =>
  (await createRecords(cx, 'company', [{ name }], { idsOnly: true })).ids[0]!
const rename = (id: string, name: string) =>
  updateRecords(cx, 'company', [{ id, name }], { single: true, idsOnly: true })

/** All there is behind a cursor now, in pages of `limit`. */
async function read(since: string, limit: number) {
  const entries: ChangeEntry[] = []
  for (let cursor = since; ; ) {
    const page = await readChanges(cx, cursor, limit)
    entries.push(...page.data)
    cursor = page.nextCursor
    if (!page.hasMore) return { entries, cursor }
  }
}

/** What stands in the log behind a moment, by the table itself. */
async function logged(after: number): Promise<number[]> {
  const { rows } = await cx.workspace.pool.query<{ seq: string }>({
    text: `select seq from ${cx.workspace.schema}._change where seq > $1 order by seq`,
    values: [after],
  })
  return rows.map(({ seq }) => Number(seq))
}

async function lastSeq(): Promise<number> {
  const { entries } = await read('0', 1_000)
  return Math.max(0, ...entries.map(({ seq }) => seq))
}

/** A transaction that has logged a change and is still open. */
async function openChange(id: string, name: string) {
  const client = await cx.workspace.pool.connect()
  const { schema } = cx.workspace
  await client.query('begin')
  await client.query(
    `with changed as (update ${schema}.company set name = $2, version = version + 1 where id = $1 returning id, version)
     insert into ${schema}._change (object, record, version, action, source, before, after)
     select 'company', id, version, 'update', 'api', '{}', '{}' from changed`,
    [id, name],
  )
  return {
    end: async (how: 'commit' | 'rollback') => {
      await client.query(how)
      client.release()
    },
  }
}

/** Versions of each record must come in their order, and no entry twice. */
function expectOrderly(entries: readonly ChangeEntry[], expected: readonly number[]): void {
  expect(entries.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(expected)
  for (const [record, own] of Map.groupBy(entries, ({ recordId }) => recordId)) {
    const versions = own.map(({ version }) => version)
    expect([record, versions]).toEqual([record, versions.toSorted((a, b) => a - b)])
  }
}

describe('who follows the change log', () => {
  test('is given a slow transaction when it commits, after quicker ones that began later', async () => {
    const [slow, quick] = [await create('slow'), await create('quick')]
    const start = await presentCursor(cx)
    const open = await openChange(slow, 'slow too')
    await rename(quick, 'quick too')
    const first = await read(start, 100)
    expect(first.entries.map(({ recordId }) => recordId)).toEqual([quick])
    expect((await read(first.cursor, 100)).entries).toEqual([])
    await open.end('commit')
    const second = await read(first.cursor, 100)
    expect(second.entries.map(({ recordId }) => recordId)).toEqual([slow])
    expect((await read(second.cursor, 100)).entries).toEqual([])
  })

  test('is never given what was rolled back', async () => {
    const id = await create('taken back')
    const start = await presentCursor(cx)
    const open = await openChange(id, 'never')
    const { cursor } = await read(start, 1)
    await open.end('rollback')
    expect((await read(cursor, 1)).entries).toEqual([])
  })

  test('in the midst of a page is not given what commits meanwhile before the next cursor', async () => {
    const ids = [await create('1'), await create('2'), await create('3'), await create('4')]
    const start = await presentCursor(cx)
    const before = await lastSeq()
    const open = await openChange(ids[0]!, 'early number, late commit')
    for (const id of ids.slice(1)) await rename(id, 'x')
    const page = await readChanges(cx, start, 1)
    expect(page.hasMore).toBe(true)
    await open.end('commit')
    const rest = await read(page.nextCursor, 1)
    const later = await read(rest.cursor, 1)
    expect(later.entries).toEqual([])
    expectOrderly([...page.data, ...rest.entries], await logged(before))
  })

  // Each seed is another interleaving, and always the same one.
  test.each([1, 2, 3, 4])(
    'is given every change once, per record in the order of versions (seed %i)',
    async (seed) => {
      const random = sequenceOf(seed)
      const upTo = (most: number) => Math.floor(random() * most)
      const ids = await Promise.all(Array.from({ length: 8 }, (_, index) => create(`r${seed}-${index}`)))
      const slow = await Promise.all(Array.from({ length: 3 }, (_, index) => create(`s${seed}-${index}`)))
      const before = await lastSeq()
      const start = await presentCursor(cx)
      const open: (Awaited<ReturnType<typeof openChange>> | undefined)[] = slow.map(() => undefined)
      const entries: ChangeEntry[] = []
      let cursor = start
      for (let step = 0; step < 120; step++) {
        const which = upTo(slow.length)
        const choice = random()
        if (choice < 0.25) {
          const held = open[which]
          open[which] = held === undefined ? await openChange(slow[which]!, `${step}`) : undefined
          await held?.end(random() < 0.8 ? 'commit' : 'rollback')
        } else if (choice < 0.65) {
          await rename(ids[upTo(ids.length)]!, `${seed} ${step}`)
        } else {
          const page = await readChanges(cx, cursor, 1 + upTo(4))
          entries.push(...page.data)
          cursor = page.nextCursor
        }
      }
      for (const held of open) await held?.end('commit')
      entries.push(...(await read(cursor, 3)).entries)
      expectOrderly(entries, await logged(before))
    },
  )

  test('in small pages misses nothing while writers are at work', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, (_, index) => create(`busy ${index}`)))
    const before = await lastSeq()
    let cursor = await presentCursor(cx)
    let writing = true
    const writers = Array.from({ length: 6 }, async (_, writer) => {
      for (let index = 0; index < 60; index++) {
        const batch = [0, 1].map((more) => ids[(writer + index + more) % ids.length]!)
        await updateRecords(
          cx,
          'company',
          batch.map((id) => ({ id, name: `${writer} ${index}` })),
          { idsOnly: true },
        )
      }
    })
    const entries: ChangeEntry[] = []
    const follower = (async () => {
      while (writing) {
        const page = await readChanges(cx, cursor, 5)
        entries.push(...page.data)
        cursor = page.nextCursor
        if (!page.hasMore) await sleep(1)
      }
    })()
    await Promise.all(writers)
    writing = false
    await follower
    entries.push(...(await read(cursor, 5)).entries)
    expectOrderly(entries, await logged(before))
    expect(entries).toHaveLength(720)
  })
})

describe('a cursor', () => {
  test('of another era is expired', async () => {
    const cursor = await presentCursor(cx)
    const owner = await cx.workspace.connectAsOwner()
    await owner.query(`update ${cx.workspace.schema}._era set era = era + 1`)
    await owner.end()
    await expect(readChanges(cx, cursor)).rejects.toMatchObject({ code: 'cursor_expired', status: 410 })
    expect((await read('0', 100)).entries.length).toBeGreaterThan(0)
  })

  const malformed: readonly (readonly [string, string])[] = [
    ['empty', ''],
    ['a number', '17'],
    ['no base64', '%%%'],
    ['of parts that are none', text('x|y|z')],
    ['without a snapshot', text('2')],
    ['with an endless number', text(`2|${'9'.repeat(30)}:1:`)],
    ['with numbers beyond 64 bits', text(`2|${'9'.repeat(20)}:${'9'.repeat(20)}:`)],
    ['whose snapshot ends before it begins', text('2|5:3:')],
    ['whose snapshot lists what lies outside', text('2|5:9:20')],
    ['whose snapshot lists twice or out of order', text('2|5:9:8,6')],
    ['whose number is beyond 64 bits', text('2|5:9:|5:9:|9999999999999999999')],
    ['with a part too many', text('2|5:9:|5:9:|1|2')],
    ['of a snapshot that is nought', text('2|0:0:')],
    ['with a statement', text("2|1:1:'; drop table x; --")],
  ]
  test.each(malformed)('%s is refused', async (_, cursor) => {
    await expect(readChanges(cx, cursor)).rejects.toMatchObject({ code: 'invalid_cursor', status: 400 })
  })

  test('of this era is read whatever it lists', async () => {
    const cursor = encodeChangeCursor({ era: 2, from: '5:9:6,8' })
    expect((await read(cursor, 100)).entries.length).toBeGreaterThan(0)
  })
})

function text(plain: string): string {
  return Buffer.from(plain).toString('base64url')
}

/** Numbers from 0 to 1 that follow from a seed. */
function sequenceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
