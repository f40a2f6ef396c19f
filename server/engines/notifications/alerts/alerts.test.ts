import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { shippedObjects, writeSteps } from '#server/apps/index.ts'
import { type AuditEvent, recordAudit, sealAudit } from '#server/core/audit/index.ts'
import type { Context } from '#server/core/context.ts'
import { createRecords } from '#server/core/records/index.ts'
import { updateSettings } from '#server/core/workspaces/update-settings.ts'
import { defaultAlerts } from '#shared/metadata/alert-settings.ts'
import { createTestWorkspace } from '#test/support/workspace.ts'
import { listNotifications } from '../list-notifications.ts'
import { followAudit } from './follow.ts'

let scene: Awaited<ReturnType<typeof createTestWorkspace>>
let engine: Context
let boss: Context
const timeZone = 'Asia/Shanghai'
/** Where people are: `2026-11-22 23:59`. */
const localTime = () => new Date().toLocaleString('sv-SE', { timeZone }).slice(0, 16)

beforeAll(async () => {
  scene = await createTestWorkspace(shippedObjects)
  engine = { ...scene.cx, source: 'system', steps: writeSteps }
  boss = await person('Boss')
})
afterAll(() => scene.drop())

async function person(name: string): Promise<Context> {
  const [userId] = (await createRecords(engine, 'user', [{ name, timeZone }], { idsOnly: true })).ids
  const [id] = (await createRecords(engine, 'actor', [{ name, kind: 'user', userId }], { idsOnly: true })).ids
  const origin = { address: '203.0.113.7', userAgent: 'Mozilla/5.0 (Windows NT 10.0) Chrome/141.0' }
  return { ...engine, actor: { id: id!, userId: userId! }, source: 'web', origin }
}

const from = (cx: Context, address: string, userAgent = cx.origin!.userAgent): Context => ({
  ...cx,
  origin: { address, userAgent },
})

/** All day long where people are today, or not at all; the workspace's own day does not count. */
const works = (open: boolean) =>
  updateSettings(scene.cx, {
    timeZone: 'Pacific/Honolulu',
    calendar: {
      opens: '00:00',
      closes: '23:59',
      exceptions: [{ date: localTime().slice(0, 10), works: open, name: '调休' }],
    },
  })

/** What the boss is told in consequence, by rule. */
async function told(): Promise<(readonly [rule: string | undefined, title: string, count: number])[]> {
  await sealAudit(scene.workspace)
  for (let more = true; more; ) more = (await followAudit(engine, async () => [boss.actor.userId!])).hasMore
  const { data } = await listNotifications(boss, { limit: 200 })
  return data.map(({ alert, title, count }) => [alert?.rule, title, count] as const)
}

const forget = () =>
  scene.workspace.pool.query({ text: `delete from ${scene.workspace.schema}._notification` })
const say = (cx: Context, event: AuditEvent) => recordAudit(cx, event)

beforeEach(async () => {
  await updateSettings(scene.cx, {
    alerts: { ...defaultAlerts, outsideHours: false, newDevice: false, failures: 3 },
  })
  await told()
  await forget()
})

test('a sign-in on a day off is told of, on a weekend day that is worked it is not', async () => {
  const lin = await person('Lin')
  await updateSettings(scene.cx, { alerts: { outsideHours: true } })
  await works(true)
  await say(lin, { kind: 'signedIn' })
  // The last minute of the day is beyond closing time.
  if (!localTime().endsWith('23:59')) expect(await told()).toEqual([])
  await works(false)
  await say(lin, { kind: 'signedIn' })
  expect(await told()).toContainEqual(['outsideHours', 'Lin', 1])
})

describe('a new device', () => {
  test('is another address or another program, and never the first one of all', async () => {
    await updateSettings(scene.cx, { alerts: { newDevice: true } })
    const mei = await person('Mei')
    await say(mei, { kind: 'signedIn' })
    await say(from(mei, '203.0.113.7', 'Mozilla/5.0 (Windows NT 10.0) Chrome/142.0'), { kind: 'signedIn' })
    expect(await told()).toEqual([])
    await say(from(mei, '198.51.100.4'), { kind: 'signedIn' })
    expect(await told()).toEqual([['newDevice', 'Mei', 1]])
    await say(from(mei, '198.51.100.4'), { kind: 'signedIn' })
    await say(mei, { kind: 'signedIn' })
    expect(await told()).toHaveLength(1)
    await say(from(mei, '203.0.113.7', 'Mozilla/5.0 (iPhone) Safari/605'), { kind: 'signedIn' })
    expect(await told()).toHaveLength(2)
  })
})

describe('many failures', () => {
  test('to one account are told of at the threshold and at each multiple', async () => {
    const chen = await person('Chen')
    for (const [failures, alerts] of [
      [2, 0],
      [1, 1],
      [2, 1],
      [1, 2],
    ] as const) {
      for (let time = 0; time < failures; time++)
        await say(chen, { kind: 'signInFailed', outcome: 'refused' })
      expect(await told()).toHaveLength(alerts)
    }
    expect(await told()).toEqual(
      expect.arrayContaining([
        ['failures', 'Chen', 3],
        ['failures', 'Chen', 6],
      ]),
    )
  })

  test('to many accounts from one address are told of', async () => {
    for (const name of ['A', 'B', 'C'])
      await say(from(await person(name), '198.51.100.9'), { kind: 'signInFailed', outcome: 'refused' })
    expect(await told()).toEqual([['failures', 'C', 3]])
  })
})

test.each([
  ['exported', 'exported', 1_000],
  ['massRead', 'read', 20_000],
  ['massChanged', 'changed', 1_000],
  ['massDeleted', 'deleted', 100],
] as const)('%s is told of from its threshold on, and never where that is 0', async (kind, rule, count) => {
  await say(boss, { kind, object: 'company', count: count - 1 })
  expect(await told()).toEqual([])
  await say(boss, { kind, object: 'company', count })
  expect(await told()).toEqual([[rule, 'Boss', count]])
  await updateSettings(scene.cx, { alerts: { [rule]: 0 } })
  await say(boss, { kind, object: 'company', count: count * 9 })
  expect(await told()).toHaveLength(1)
})

test('what nobody could be given is told of, with whose it is; what was given is not', async () => {
  const lin = await person('Lin')
  const left = { kind: 'recordsHandedOver', object: 'user', record: lin.actor.userId! } as const
  await say(boss, { ...left, count: 3 })
  expect(await told()).toEqual([])
  const nobody = { ...engine, actor: { ...engine.actor, userId: null } }
  await say(nobody, { ...left, outcome: 'refused', details: { reason: 'record_not_found' } })
  expect(await told()).toEqual([['notHandedOver', 'Lin', 1]])
})

test('each is told once, though the log is read again from the start, and by several at once', async () => {
  await say(boss, { kind: 'massDeleted', object: 'company', count: 500 })
  const before = await told()
  await scene.workspace.pool.query({ text: `update ${scene.workspace.schema}._audit_alerted set number = 0` })
  await forget()
  await Promise.all(Array.from({ length: 4 }, told))
  const again = await told()
  expect(new Set(again.map(String)).has(String(before[0]))).toBe(true)
  await scene.workspace.pool.query({ text: `update ${scene.workspace.schema}._audit_alerted set number = 0` })
  expect(await told()).toHaveLength(again.length)
})
