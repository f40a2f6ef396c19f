import type { Context } from '#server/core/context.ts'
import { quoted } from '#server/core/expression/scope.ts'
import { type Issue, invalidInput } from '#shared/errors.ts'
import { isCurrency } from '#shared/fields/currency.ts'
import type { FieldSettings } from '#shared/fields/field-type.ts'
import { parseValue } from '#shared/fields/index.ts'
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

const anyDate: FieldSettings = { name: 'date', type: 'date' }

/** What no schema can say: a currency that there is and that is not the workspace's own, one rate for each day. */
function issuesOf(rates: readonly ExchangeRate[], home: string): Issue[] {
  const first = new Map<string, number>()
  return rates.flatMap(({ currency, date, rate }, index): Issue[] => {
    const issues: Issue[] = []
    if (!isCurrency(currency) || currency === home)
      issues.push({
        path: `/${index}/currency`,
        code: 'invalid_currency',
        parameters: { value: currency },
      })
    if (!parseValue(anyDate, date).ok) issues.push({ path: `/${index}/date`, code: 'invalid_date' })
    if (Number(rate) === 0)
      issues.push({
        path: `/${index}/rate`,
        code: 'number_out_of_range',
        parameters: { least: '0.000000000001', most: '999999999999' },
      })
    const earlier = first.get(`${currency} ${date}`)
    if (earlier === undefined) first.set(`${currency} ${date}`, index)
    else {
      const parameters = { first: earlier + 1, second: index + 1, label: 'date' }
      issues.push({ path: `/${index}/date`, code: 'duplicate_in_batch', parameters })
    }
    return issues
  })
}

/**
 * Keeps the rates, and reckons the amounts of their currencies anew; the records themselves stay as they are.
 * @throws AppError with an issue for each bad rate
 */
export async function setRates(cx: Context, rates: readonly ExchangeRate[]): Promise<void> {
  const { schema } = cx.workspace
  const catalogue = cx.workspace.catalogue()
  const home = cx.workspace.settings().currency
  const issues = issuesOf(rates, home)
  if (issues.length > 0) throw invalidInput(issues)
  await inTransaction(cx, async (client) => {
    await run(client, {
      text: `insert into ${schema}._exchange_rate (currency, date, rate)
        select currency, date, rate from json_to_recordset($1::json) as r(currency text, date date, rate numeric)
        on conflict (currency, date) do update set rate = excluded.rate`,
      values: [JSON.stringify(rates)],
    })
    const currencies = [...new Set(rates.map(({ currency }) => currency))]
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
