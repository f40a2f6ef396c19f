import { readChanges } from '#server/core/changes/index.ts'
import type { Context } from '#server/core/context.ts'
import { createRecords, type ListQuery, listRecords } from '#server/core/records/index.ts'
import { openScene, type Scene } from './scene.ts'

export type Row = Readonly<Record<string, unknown>> & { readonly id: string }

/** The scene with six companies, one without an owner, and a deal in each team. */
export interface FurnishedScene extends Scene {
  /** Names of companies by id. */
  readonly companies: ReadonlyMap<string, string>
  readonly deals: Readonly<Record<'north' | 'north1' | 'east', string>>
  /** The cursor of the change log before them. */
  readonly began: string
  /** Id of a company. */
  idOf(name: string): string
}

export async function openFurnishedScene(): Promise<FurnishedScene> {
  const scene = await openScene()
  const { system, people } = scene
  const began = (await readChanges(system, '0', 1000)).nextCursor
  const rows = [
    ['北方重工', people.inNorth, 'manufacturing', '9000'],
    ['北京软件', people.inNorth1, 'software', '8000'],
    ['华东纺织', people.inEast, 'manufacturing', '7000'],
    ['华东零售', people.inEast, 'retail', '6000'],
    ['经理自留', people.manager, 'retail', '5000'],
    ['公海客户', null, 'retail', '4000'],
  ] as const
  const { ids } = await createRecords(
    system,
    'company',
    rows.map(([name, ownerId, industry, annualRevenue]) => ({
      ...{ name, ownerId, industry, annualRevenue, code: `C-${annualRevenue}` },
      phone: '13812344477',
      email: 'wang@example.com',
    })),
    { idsOnly: true },
  )
  const companies = new Map(ids.map((id, index) => [id, rows[index]![0]]))
  const idOf = (name: string): string => ids[rows.findIndex(([known]) => known === name)]!
  const deal = async (name: string, ownerId: string, companyId: string): Promise<string> =>
    (await createRecords(system, 'deal', [{ name, ownerId, companyId, amount: '500.00' }], { idsOnly: true }))
      .ids[0]!
  const deals = {
    north: await deal('北方设备', people.inNorth, idOf('北方重工')),
    north1: await deal('北京许可', people.inNorth1, idOf('北京软件')),
    east: await deal('华东订单', people.inEast, idOf('华东纺织')),
  }
  return { ...scene, companies, deals, began, idOf }
}

export const list = async (cx: Context, object: string, query: ListQuery = {}): Promise<Row[]> =>
  (JSON.parse(await listRecords(cx, object, { limit: 1000, ...query })) as { data: Row[] }).data

/** Of the companies that somebody sees. */
export const names = async (cx: Context, query: ListQuery = {}): Promise<string[]> =>
  (await list(cx, 'company', query)).map(({ name }) => String(name)).toSorted()
