import type { Context } from '#server/core/context.ts'
import { quoted } from '#server/core/expression/scope.ts'
import { run } from '../database.ts'
import { homeAmountSql, homeColumnOf, planOf } from './plan.ts'
import { inTransaction } from './transaction.ts'

export interface ExchangeRate {
  readonly currency: string
  readonly date: string
  /** What one unit is worth in the workspace's currency from that day on. */
  readonly rate: string | number
}

export async function listRates(cx: Context): Promise<ExchangeRate[]> {
  const text = `select currency, date, rate from ${cx.workspace.schema}._exchange_rate order by date desc, currency`
  const rows = await run(cx.workspace.pool, { text, values: [] })
  return rows.map(([currency, date, rate]) => ({ currency: currency!, date: date!, rate: rate! }))
}

/** Keeps the rates, and reckons the amounts of their currencies anew; the records themselves stay as they are. */
export async function setRates(cx: Context, rates: readonly ExchangeRate[]): Promise<void> {
  const { schema } = cx.workspace
  const catalogue = cx.workspace.catalogue()
  const home = cx.workspace.settings().currency
  await inTransaction(cx, async (client) => {
    await run(client, {
      text: `insert into ${schema}._exchange_rate (currency, date, rate)
        select distinct on (currency, date) currency, date, rate from json_to_recordset($1::json) as r(currency text, date date, rate numeric)
        on conflict (currency, date) do update set rate = excluded.rate`,
      values: [JSON.stringify(rates)],
    })
    const currencies = [...new Set(rates.map(({ currency }) => currency))].filter(
      (currency) => currency !== home,
    )
    for (const object of catalogue.objects.filter(({ hasMoney }) => hasMoney)) {
      const plan = planOf(object, catalogue)
      const date =
        plan.rateColumn === undefined
          ? 'created_at::date'
          : `coalesce(${quoted(plan.rateColumn)}::date, created_at::date)`
      const assignments = plan.moneyFields.map(
        (field) =>
          `${quoted(homeColumnOf(field))} = ${homeAmountSql(schema, quoted(field.column), 'currency', date, '$2')}`,
      )
      await run(client, {
        text: `update ${schema}.${quoted(object.table)} set ${assignments.join(', ')} where currency = any($1::text[]) and $2::text is not null`,
        values: [currencies, home],
      })
    }
  })
}
