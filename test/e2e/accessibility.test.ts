import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { viewports } from '#test/support/browser.ts'
import { furnish } from './support/furnish.ts'
import { become, exampleRecords, openPage } from './support/member.ts'
import { screens } from './support/screens.ts'
import { type Stage, setStage } from './support/stage.ts'
import type { Screen, Visit } from './support/visit.ts'

const rules = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let stage: Stage
let empty: Stage
let records: Pick<Visit, 'companyId' | 'dealId'>

beforeAll(async () => {
  ;[stage, empty] = await Promise.all([setStage(), setStage({ founded: false })])
  const { api } = stage
  const make = async (object: string, values: Readonly<Record<string, unknown>>[]) =>
    (await api.post<{ data: { id: string }[] }>(`/records/${object}`, values)).data.map(({ id }) => id)
  const [companyId] = await make('company', [
    {
      name: '泓远精密制造',
      status: 'active',
      level: 'A',
      industry: 'manufacturing',
      phone: '021-55502218',
      tags: ['重点'],
    },
  ])
  await make('contact', [
    { name: '林知夏', companyId, email: 'lin@example.com' },
    { name: '陈子谦', companyId, mobile: '13800138000' },
  ])
  const { data: stages } = await api.get<{ data: { id: string; pipelineId: string }[] }>(
    `/records/stage?limit=1&sort=position&filter=${encodeURIComponent('outcome = "open"')}`,
  )
  const [first] = stages
  await make('deal', [
    { name: '二期扩容', companyId, amount: '3860000', stageId: first?.id, pipelineId: first?.pipelineId },
  ])
  records = await exampleRecords(api)
  await furnish(api, stage.kith, records.companyId)
})
afterAll(() => Promise.all([stage.close(), empty.close()]))

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  // The theme is a matter of colours, the width one of what is there at all: each once is enough.
  const viewport = theme === 'light' ? 'desktop' : 'phone'
  const language = 'zh-CN'
  const contexts = new Map<Screen['as'], BrowserContext>()
  const contextFor = async (as: Screen['as'], { kith, context }: Stage) => {
    const known = contexts.get(as)
    if (known !== undefined) return known
    const made = await context({ theme, viewport })
    await become({ context: made, kith, as, language })
    contexts.set(as, made)
    return made
  }
  const forget = async (as: Screen['as']) => {
    await contexts.get(as)?.close()
    contexts.delete(as)
  }
  afterAll(() => Promise.all([...contexts.keys()].map(forget)))

  test.each(screens.filter(({ only }) => only === undefined || only === viewport))(
    '$name has nothing serious against WCAG 2.2 AA',
    async (screen) => {
      const place = screen.as === 'founding' ? empty : stage
      const context = await contextFor(screen.as, place)
      const phone = viewport === 'phone'
      const visit = await openPage({ context, kith: place.kith, language, phone, records })
      try {
        await screen.open(visit)
        await visit.page.evaluate(rules)
        const found = await visit.page.evaluate(async () => {
          const { axe } = window as unknown as {
            axe: { run(context: Element | Document, options: object): Promise<AxeResults> }
          }
          // What fades in has its own colours only at the end.
          await Promise.allSettled(document.getAnimations().map((animation) => animation.finished))
          const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
          // What lies behind a modal dialog is nobody's target meanwhile; without the dialog it is a screen of its own.
          const modal = [...document.querySelectorAll('[aria-modal="true"]')].at(-1)
          return axe.run(modal ?? document, { runOnly: tags, resultTypes: ['violations'] })
        })
        const serious = found.violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .flatMap(({ id, nodes }) =>
            nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
          )
        expect(serious).toEqual([])
        expect(await visit.page.evaluate(() => document.documentElement.scrollWidth)).toBe(
          viewports[viewport].width,
        )
      } finally {
        await visit.page.close()
        if (screen.spoils) await forget(screen.as)
      }
    },
  )
})
