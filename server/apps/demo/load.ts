import type { Context } from '#server/core/context.ts'
import { aggregateRecords, createRecords, listRecords } from '#server/core/records/index.ts'
import { demoBasics } from './basics.ts'
import { type Batch, generateDemo } from './generate.ts'
import type { DemoStage } from './world.ts'

export interface DemoLoad {
  /** How many records of all objects together. */
  readonly records: number
  /** The same seed gives the same records in an equal workspace. */
  readonly seed?: number
  readonly onProgress?: (loaded: number) => void
}

/** Fills a workspace with plausible records through the write door. @returns how many were written */
export async function loadDemo(
  cx: Context,
  { records, seed = 20261121, onProgress }: DemoLoad,
): Promise<number> {
  // The records bring what steps would reckon, and nothing follows from history.
  const loading: Context = { ...cx, source: 'system', steps: [] }
  const { language, currency, timeZone } = cx.workspace.settings()
  const firstSerial = await demoCompanies(cx)
  let loaded = 0
  const write = async ({ object, records: rows }: Batch): Promise<void> => {
    await createRecords(loading, object, rows, { idsOnly: true, backdated: true })
    loaded += rows.length
    onProgress?.(loaded)
  }
  const options = { seed: seed + firstSerial, language, now: cx.now() }
  if (firstSerial === 0) for (const batch of demoBasics(options)) await write(batch)
  const users = await every<{ id: string }>(cx, 'user', ['name'], 'isActive')
  const products = await every<{ id: string; name: string }>(cx, 'product', ['name'])
  const stages = await every<DemoStage>(cx, 'stage', ['pipeline', 'position', 'probability', 'outcome'])
  for (const batch of generateDemo({
    ...options,
    records,
    currency,
    firstSerial,
    users,
    products,
    stages: stages.toSorted((a, b) => a.position - b.position),
    utcOffset: offsetOf(timeZone, cx.now()),
    ...(language === 'en' && { chineseShare: 0.3 }),
  })) {
    await write(batch)
  }
  return loaded
}

/** Hours by which a zone is ahead of UTC. */
function offsetOf(timeZone: string, now: Date): number {
  const zoned = new Date(now.toLocaleString('en-US', { timeZone }))
  const utc = new Date(now.toLocaleString('en-US', { timeZone: 'UTC' }))
  return (zoned.getTime() - utc.getTime()) / 3_600_000
}

async function every<T>(
  cx: Context,
  object: string,
  fields: readonly string[],
  filter?: string,
): Promise<T[]> {
  const text = await listRecords(cx, object, { fields, filter, limit: 1_000, sort: ['createdAt'] })
  return (JSON.parse(text) as { data: T[] }).data
}

/** Companies that an earlier load left: serials go on from there, so that codes and registration numbers stay unique. */
async function demoCompanies(cx: Context): Promise<number> {
  const text = await aggregateRecords(cx, 'product', {
    filter: 'startsWith(code, "DEMO-")',
    measures: [{ fn: 'count' }],
  })
  if (Number((JSON.parse(text) as { data: { count: number }[] }).data[0]?.count) === 0) return 0
  const companies = await aggregateRecords(cx, 'company', {})
  return Number((JSON.parse(companies) as { data: { count: number }[] }).data[0]?.count)
}
