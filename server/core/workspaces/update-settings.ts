import type { ClientBase } from 'pg'
import { changesBetween } from '#server/core/audit/changes-between.ts'
import { recordAudit } from '#server/core/audit/index.ts'
import type { Context } from '#server/core/context.ts'
import { requireAdmin } from '#server/core/metadata/admin.ts'
import { changeMetadata } from '#server/core/metadata/change.ts'
import { identifier, qualified } from '#server/core/metadata/identifier.ts'
import { AppError } from '#shared/errors.ts'
import { checkSettings } from '#shared/metadata/check-settings.ts'
import type { WorkspaceSettings } from '#shared/metadata/settings.ts'

/**
 * Changes the settings that `input` names. The currency is fixed once amounts are there: they were reckoned in it.
 * @throws AppError for each wrong member, `currency_in_use`, `metadata_busy`, `not_permitted`
 */
export async function updateSettings(cx: Context, input: unknown): Promise<WorkspaceSettings> {
  requireAdmin(cx)
  const { workspace } = cx
  let currencyChanged = false
  let changes = {}
  await changeMetadata(
    workspace,
    (state) => {
      const current = state.settings ?? workspace.settings()
      const settings = checkSettings(input, current)
      currencyChanged = settings.currency !== current.currency
      changes = changesBetween(current, settings)
      return { ...state, settings }
    },
    {
      within: async (client) => {
        if (currencyChanged) {
          await refuseAmounts(client, cx)
          // Rates say what a unit is worth in the former currency.
          await client.query(`delete from ${identifier(workspace.schema)}._exchange_rate`)
        }
        await recordAudit(cx, { kind: 'settingsChanged', details: { changes } }, client)
      },
    },
  )
  return workspace.settings()
}

async function refuseAmounts(client: ClientBase, { workspace }: Context): Promise<void> {
  for (const object of workspace.catalogue().objects.filter(({ hasMoney }) => hasMoney)) {
    const amounts = object.fields.filter(({ type }) => type === 'money')
    const filled = amounts.map(({ column }) => `${identifier(column)} is not null`).join(' or ')
    const { rows } = await client.query(
      `select from ${qualified(workspace.schema, object.table)} where ${filled} limit 1`,
    )
    if (rows.length > 0) throw new AppError('currency_in_use', { currency: workspace.settings().currency })
  }
}
