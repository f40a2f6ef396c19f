import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shippedObjects } from '#server/apps/index.ts'
import type { Context } from '#server/core/context.ts'
import { createTestWorkspace } from '#test/support/workspace.ts'
import { exportedLines, recordAudit, sealAudit, verifyCopy, verifyLiveLog } from './index.ts'
import { sealBatch } from './seal.ts'

let scene: Awaited<ReturnType<typeof createTestWorkspace>>
let cx: Context

beforeAll(async () => {
  scene = await createTestWorkspace(shippedObjects)
  cx = {
    ...scene.cx,
    origin: { address: '203.0.113.7', userAgent: 'Mozilla/5.0 (Windows NT 10.0) Chrome/141.0' },
  }
})
afterAll(() => scene.drop())

const write = (count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, index) =>
      recordAudit(cx, {
        kind: 'exported',
        object: 'company',
        count: index,
        details: { filter: '行业 = “制造业”\0\ud800' },
      }),
    ),
  )
const copy = async (): Promise<Buffer> =>
  Buffer.concat((await Readable.from(exportedLines(cx)).toArray()).map((text) => Buffer.from(text)))
const check = (bytes: Uint8Array) => verifyCopy(Readable.from([bytes]))

async function owned<T>(
  work: (client: Awaited<ReturnType<Context['workspace']['connectAsOwner']>>) => Promise<T>,
): Promise<T> {
  const owner = await cx.workspace.connectAsOwner()
  try {
    return await work(owner)
  } finally {
    await owner.end()
  }
}

describe('the chain', () => {
  test('goes on from the last place, over many batches', async () => {
    for (const count of [9, 3, 12]) {
      await write(count)
      await sealAudit(cx.workspace)
    }
    expect(await verifyLiveLog(cx.workspace)).toEqual({
      entries: 24,
      last: expect.stringMatching(/^[\da-f]{64}$/),
    })
  })

  test('stands while ten write, others seal, and some of these are killed', async () => {
    const stop = new AbortController()
    const sealing = Array.from({ length: 3 }, async () => {
      while (!stop.signal.aborted) await sealAudit(cx.workspace)
    })
    const killing = (async () => {
      while (!stop.signal.aborted) {
        const owner = await cx.workspace.connectAsOwner()
        owner.on('error', () => {})
        const { rows } = await owner.query<{ pid: number }>('select pg_backend_pid() as pid')
        const work = sealBatch(owner, cx.workspace.schema).catch(() => false)
        await scene.platform.pool.query('select pg_terminate_backend($1)', [rows[0]!.pid])
        await work
        await owner.end().catch(() => {})
      }
    })()
    for (let round = 0; round < 8; round++) await Promise.all(Array.from({ length: 10 }, () => write(3)))
    stop.abort()
    await Promise.all([...sealing, killing])
    await sealAudit(cx.workspace)
    expect(await verifyLiveLog(cx.workspace)).toMatchObject({ entries: 24 + 240 })
    expect((await verifyLiveLog(cx.workspace)).problem).toBeUndefined()
  })

  test('takes an entry whose transaction ended after later ones were sealed', async () => {
    const client = await cx.workspace.pool.connect()
    await client.query('begin')
    const late = await recordAudit(cx, { kind: 'settingsChanged' }, client)
    await write(2)
    await sealAudit(cx.workspace)
    const before = (await verifyLiveLog(cx.workspace)).entries
    await client.query('commit')
    client.release()
    await sealAudit(cx.workspace)
    expect(await verifyLiveLog(cx.workspace)).toMatchObject({ entries: before + 1 })
    expect(String(await copy())).toContain(late)
  })

  test('keeps nothing of what was rolled back', async () => {
    const before = (await verifyLiveLog(cx.workspace)).entries
    const client = await cx.workspace.pool.connect()
    await client.query('begin')
    await recordAudit(cx, { kind: 'settingsChanged' }, client)
    await client.query('rollback')
    client.release()
    await sealAudit(cx.workspace)
    expect(await verifyLiveLog(cx.workspace)).toMatchObject({ entries: before })
  })
})

describe('an exported copy', () => {
  test('holds by itself', async () => {
    const { entries, last } = await verifyLiveLog(cx.workspace)
    expect(await check(await copy())).toEqual({ entries, last })
  })

  test.each([
    ['a line is missing', (lines: string[]) => lines.toSpliced(4, 1), /entry 4\b/],
    [
      'two stand in another order',
      (lines: string[]) => lines.toSpliced(4, 2, lines[5]!, lines[4]!),
      /entry 4\b/,
    ],
    [
      'one is there twice',
      (lines: string[]) => lines.toSpliced(5, 0, lines[4]!),
      /entry 4 stands where entry 5/,
    ],
    ['the end is cut off', (lines: string[]) => lines.slice(0, -2), /its end is missing/],
    ['the last entry is taken away', (lines: string[]) => lines.toSpliced(-3, 1), /is missing/],
  ])('shows that %s', async (_, spoil, problem) => {
    const lines = String(await copy()).split('\n')
    expect((await check(Buffer.from(spoil(lines).join('\n')))).problem).toMatch(problem)
  })
})

describe('the workspace’s role', () => {
  test.each([
    'update $._audit set name = $$x$$',
    'delete from $._audit',
    'truncate $._audit',
    'delete from $._audit_default',
    'update $._audit_seal set number = 9',
    'insert into $._audit_seal values (1, gen_random_uuid(), $$x$$)',
    'delete from $._audit_seal',
    'truncate $._audit_seal',
    'delete from $._audit_unsealed',
    `insert into $._audit (id, at, kind, outcome, name, source, details) values (gen_random_uuid(), $$2020-01-01$$, 'x', 'x', 'x', 'x', '{}')`,
    'select $._make_audit_partitions(1)',
  ])('is refused %s', async (sql) => {
    const { pool, schema } = cx.workspace
    const text = sql.replaceAll('$.', `${schema}.`)
    await expect(pool.query({ text })).rejects.toMatchObject({ code: '42501' })
  })

  test('is refused a month of it', async () => {
    const { pool, schema } = cx.workspace
    const month = new Date().toISOString().slice(0, 7).replace('-', '_')
    for (const act of [
      `delete from ${schema}._audit_${month}`,
      `update ${schema}._audit_${month} set name = ''`,
    ])
      await expect(pool.query({ text: act })).rejects.toMatchObject({ code: '42501' })
  })
})

describe('whoever owns the tables is found out', () => {
  const spoiled = async (sql: string): Promise<string | undefined> =>
    owned(async (owner) => {
      const { schema } = cx.workspace
      await owner.query('begin')
      await owner.query(sql.replaceAll('$.', `${schema}.`))
      const seen = {
        ...cx.workspace,
        schema,
        pool: {
          connect: cx.workspace.pool.connect,
          query: (one: { text: string; values?: unknown[] }) => owner.query(one),
        },
      }
      const { problem } = await verifyLiveLog(seen as unknown as Context['workspace'])
      await owner.query('rollback')
      return problem
    })
  const third = `(select id from $._audit_seal where number = 3)`

  test.each([
    [
      'changes a name',
      `update $._audit set name = name || ' ' where id = ${third}`,
      /^entry 3 .* was changed$/,
    ],
    [
      'changes a time',
      `update $._audit set at = at + interval '1 microsecond' where id = ${third}`,
      /^entry 3 .* was changed$/,
    ],
    [
      'adds a space to details',
      `update $._audit set details = (details::text || ' ')::json where id = ${third}`,
      /^entry 3 .* was changed$/,
    ],
    [
      'changes a seal',
      `update $._audit_seal set hash = sha256('x') where number = 3`,
      /^entry 3 .* was changed$/,
    ],
    ['takes an entry away', `delete from $._audit where id = ${third}`, /^entry 3 .* was taken away$/],
    ['takes entry and seal away', `delete from $._audit_seal where number = 3`, /^entry 3 is missing$/],
    [
      'writes beside the chain',
      `insert into $._audit (id, kind, outcome, name, source, details) values (gen_random_uuid(), 'x', 'done', '', 'web', '{}')`,
      /stands outside the chain$/,
    ],
    [
      'writes an entry again',
      `insert into $._audit (id, kind, outcome, name, source, details) select id, kind, outcome, 'another', source, details from $._audit where id = ${third}`,
      /^entry 3 /,
    ],
  ])('who %s', async (_, sql, problem) => {
    expect(await spoiled(sql)).toMatch(problem)
  })
})
