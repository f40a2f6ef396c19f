import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { historyOf } from '#server/core/changes/history.ts'
import { readChanges } from '#server/core/changes/index.ts'
import { timelineOf } from '#server/core/changes/timeline.ts'
import { createField } from '#server/core/metadata/index.ts'
import {
  aggregateRecords,
  createRecords,
  type ListQuery,
  listRecords,
  revealField,
  updateRecords,
} from '#server/core/records/index.ts'
import { catalogueOf } from './index.ts'
import { type FurnishedScene, list, openFurnishedScene } from './test/furnished.ts'
import { limited } from './test/scene.ts'

let scene: FurnishedScene

beforeAll(async () => {
  scene = await openFurnishedScene()
})
afterAll(() => scene.drop())

describe('a field', () => {
  test('that is hidden is nowhere', async () => {
    const cx = await scene.as('inEast', limited({}, { fields: { company: { annual_revenue: 'hidden' } } }))
    const [row] = await list(cx, 'company')
    expect(row).toHaveProperty('industry')
    expect(row).not.toHaveProperty('annualRevenue')
    const asked: readonly ((query: ListQuery) => Promise<unknown>)[] = [
      (query) => listRecords(cx, 'company', query),
      () => listRecords(cx, 'company', { filter: 'annualRevenue > 1' }),
      () => listRecords(cx, 'company', { filter: '年营业额 > 1' }),
      () => listRecords(cx, 'company', { sort: ['annualRevenue'] }),
      () => listRecords(cx, 'company', { fields: ['annualRevenue'] }),
      () => listRecords(cx, 'deal', { filter: 'company.annualRevenue > 1' }),
      () => listRecords(cx, 'deal', { sort: ['company.annualRevenue'] }),
      () => aggregateRecords(cx, 'company', { groupBy: ['annualRevenue'] }),
      () => aggregateRecords(cx, 'company', { measures: [{ fn: 'sum', field: 'annualRevenue' }] }),
      () => createRecords(cx, 'company', [{ name: 'x', annualRevenue: '1' }]),
      () => updateRecords(cx, 'company', [{ id: row!.id, annualRevenue: '1' }]),
    ]
    for (const [index, ask] of asked.entries()) {
      if (index === 0) continue
      const refusal = await ask({}).catch((error: unknown) => error)
      expect(JSON.stringify(refusal), String(index)).toMatch(/unknown_field/)
    }
    const typed = await listRecords(cx, 'company', { filter: 'annualRevenu > 1' }).catch(
      (error: unknown) => error,
    )
    expect(JSON.stringify(typed)).not.toContain('annualRevenue"')
    expect(catalogueOf(cx).object('company').fieldByName.has('annualRevenue')).toBe(false)

    const { system } = scene
    await updateRecords(system, 'company', [{ id: row!.id, annualRevenue: '123456' }])
    await updateRecords(system, 'company', [{ id: row!.id, annualRevenue: '234567', description: '改' }])
    const told = [
      await historyOf(cx, 'company', row!.id),
      await timelineOf(cx, 'company', row!.id),
      await readChanges(cx, scene.began, 1000),
      await timelineOf(cx, 'company', row!.id, { search: '234567' }),
    ]
    expect(JSON.stringify(told)).not.toMatch(/123456|234567|annualRevenue|annual_revenue/)
    expect(told[3]).toMatchObject({ data: [] })
    expect((await timelineOf(system, 'company', row!.id, { search: '234567' })).data).toHaveLength(1)
  })

  test('that is masked shows its outline and helps no search', async () => {
    const fields = { company: { phone: 'masked', email: 'masked', industry: 'masked' } } as const
    const cx = await scene.as('inEast', limited({}, { fields }))
    const [row] = await list(cx, 'company', { filter: 'name = "北京软件"' })
    expect(row).toMatchObject({ phone: '138****4477', email: 'w***@example.com' })
    // Of a choice an outline would tell all.
    expect(row).not.toHaveProperty('industry')
    for (const query of [
      { filter: 'phone = "13812344477"' },
      { filter: 'contains(email, "wang")' },
      { sort: ['phone'] },
    ])
      await expect(listRecords(cx, 'company', query), JSON.stringify(query)).rejects.toSatisfy((error) =>
        JSON.stringify(error).includes('field_masked'),
      )
    await expect(aggregateRecords(cx, 'company', { groupBy: ['phone'] })).rejects.toSatisfy((error) =>
      JSON.stringify(error).includes('field_masked'),
    )
    expect(await revealField(cx, 'company', row!.id, 'phone')).toBe('"13812344477"')
    for (const [field, code] of [
      ['industry', 'unknown_field'],
      ['name', 'invalid_parameter'],
    ] as const)
      await expect(revealField(cx, 'company', row!.id, field)).rejects.toMatchObject({ issues: [{ code }] })
    const { rows } = await scene.system.workspace.pool.query<{ details: object }>({
      text: `select details from ${cx.workspace.schema}._audit where kind = 'fieldRevealed' and record = $1`,
      values: [row!.id],
    })
    expect(rows.map(({ details }) => details)).toEqual([expect.objectContaining({ field: 'phone' })])
    await expect(updateRecords(cx, 'company', [{ id: row!.id, phone: '1' }])).rejects.toMatchObject({
      issues: [{ code: 'read_only_field' }],
    })
    const told = [await historyOf(cx, 'company', row!.id), await readChanges(cx, scene.began, 1000)]
    expect(JSON.stringify(told)).not.toContain('13812344477')
    expect(JSON.stringify(told)).toContain('138****4477')
  })

  test('that is encrypted is masked and revealed as any other', async () => {
    await createField(scene.system, 'company', { name: 'taxNumber', type: 'text', encrypted: true })
    const id = scene.idOf('华东零售')
    await updateRecords(scene.system, 'company', [{ id, taxNumber: '91310000MA1K35F' }])
    const cx = await scene.as('inEast', limited({}, { fields: { company: { tax_number: 'masked' } } }))
    const [row] = await list(cx, 'company', { filter: 'name = "华东零售"' })
    expect(row).toMatchObject({ taxNumber: '913****K35F' })
    const told = JSON.stringify([await historyOf(cx, 'company', id), await timelineOf(cx, 'company', id)])
    expect(told).toContain('913****K35F')
    expect(told).not.toContain('91310000MA1K35F')
    expect(await revealField(cx, 'company', id, 'taxNumber')).toBe('"91310000MA1K35F"')
  })

  test('that may be read is not written', async () => {
    const cx = await scene.as('inEast', limited({}, { fields: { company: { description: 'read' } } }))
    await expect(
      updateRecords(cx, 'company', [{ id: scene.idOf('华东零售'), description: 'x' }], { single: true }),
    ).rejects.toMatchObject({ issues: [{ path: '/description', code: 'read_only_field' }] })
  })
})
