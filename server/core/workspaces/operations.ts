import { recordAudit } from '#server/core/audit/index.ts'
import type { Context } from '#server/core/context.ts'
import { requireAdmin } from '#server/core/metadata/admin.ts'
import { type Operation, operation } from '#server/core/operation.ts'
import { type ExchangeRate, listRates, setRates } from '#server/core/records/write/exchange-rates.ts'
import { invalidInput } from '#shared/errors.ts'
import { parseValue } from '#shared/fields/index.ts'
import * as contracts from '#shared/operations/metadata.ts'
import { updateSettings } from './update-settings.ts'

/** The workspace's settings and exchange rates. */
export const workspaceOperations: readonly Operation[] = [
  operation(contracts.getSettingsContract, async ({ workspace }) => ({ data: settingsOf(workspace) })),
  operation(contracts.updateSettingsContract, async (cx, { body }) => {
    const { name, ...settings } = body as { name?: unknown }
    if (name !== undefined) await rename(cx, name)
    if (Object.keys(settings).length > 0) await updateSettings(cx, settings)
    return { data: settingsOf(cx.workspace) }
  }),
  operation(contracts.listRatesContract, async (cx) => ({ data: await listRates(cx) })),
  operation(contracts.setRatesContract, async (cx, { body }) => {
    const rates = body as ExchangeRate[]
    await setRates(cx, rates)
    await recordAudit(cx, { kind: 'settingsChanged', details: { rates } })
    return { data: await listRates(cx) }
  }),
]

const settingsOf = (workspace: Context['workspace']) => ({ ...workspace.settings(), name: workspace.name })

async function rename(cx: Context, name: unknown): Promise<void> {
  requireAdmin(cx)
  const parsed = parseValue({ name: 'name', type: 'text', maxLength: 80 }, name)
  if (!parsed.ok || parsed.value === null) {
    const label = { 'zh-CN': '名称', 'zh-TW': '名稱', en: 'Name' }[cx.language]
    throw invalidInput([{ path: '/name', code: 'required', parameters: { label } }])
  }
  const before = cx.workspace.name
  const after = String(parsed.value)
  await recordAudit(cx, { kind: 'settingsChanged', details: { changes: { name: { before, after } } } })
  await cx.workspace.rename(after)
}
