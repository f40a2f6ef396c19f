import { parse } from '#shared/expression/parse.ts'
import { print } from '#shared/expression/print.ts'
import type { SyntaxNode } from '#shared/expression/syntax.ts'
import { at, follows } from './syntax-parts.ts'

/** Stretches of days as conditions on `x`; `N` is a number of days. */
const conditions = {
  today: ['x = today()'],
  yesterday: ['x = today() - 1'],
  tomorrow: ['x = today() + 1'],
  thisWeek: ['x >= startOf(today(), "week")', 'x < startOf(today() + 7, "week")'],
  lastWeek: ['x >= startOf(today() - 7, "week")', 'x < startOf(today(), "week")'],
  nextWeek: ['x >= startOf(today() + 7, "week")', 'x < startOf(today() + 14, "week")'],
  thisMonth: ['x >= startOf(today(), "month")', 'x < startOf(addMonths(today(), 1), "month")'],
  lastMonth: ['x >= startOf(addMonths(today(), -1), "month")', 'x < startOf(today(), "month")'],
  nextMonth: ['x >= startOf(addMonths(today(), 1), "month")', 'x < startOf(addMonths(today(), 2), "month")'],
  thisQuarter: ['x >= startOf(today(), "quarter")', 'x < startOf(addMonths(today(), 3), "quarter")'],
  lastQuarter: ['x >= startOf(addMonths(today(), -3), "quarter")', 'x < startOf(today(), "quarter")'],
  nextQuarter: [
    'x >= startOf(addMonths(today(), 3), "quarter")',
    'x < startOf(addMonths(today(), 6), "quarter")',
  ],
  thisYear: ['x >= startOf(today(), "year")', 'x < startOf(addMonths(today(), 12), "year")'],
  lastYear: ['x >= startOf(addMonths(today(), -12), "year")', 'x < startOf(today(), "year")'],
  past: ['x >= today() - N', 'x <= today()'],
  next: ['x >= today()', 'x <= today() + N'],
} as const

type PeriodName = keyof typeof conditions
export const periodNames = Object.keys(conditions) as readonly PeriodName[]

/** `past:30` → the name and its days. Undefined where it is no period. */
export function readPeriod(value: unknown): { readonly name: PeriodName; readonly days: number } | undefined {
  const [word, days] = String(value).split(':')
  const name = periodNames.find((one) => one === word)
  if (name === undefined) return undefined
  const counted = name === 'past' || name === 'next'
  if (counted !== (days !== undefined) || (counted && !/^\d{1,5}$/.test(days ?? ''))) return undefined
  return { name, days: Number(days ?? 0) }
}

/** What a period says of a field, as conditions that hold together. */
export function periodConditions(value: unknown, field: SyntaxNode): readonly SyntaxNode[] {
  const period = readPeriod(value)
  if (period === undefined) return []
  return conditions[period.name].map((text) => at(parse(text.replace('N', String(period.days))), field))
}

const texts = periodNames.map((name) => ({
  name,
  texts: conditions[name].map((text) => print(parse(text))),
}))

/**
 * The period that the first of some conditions begin with: its field, its value, how many of them it takes.
 * Undefined where they begin with no period.
 */
export function leadingPeriod(
  nodes: readonly SyntaxNode[],
): { readonly field: SyntaxNode; readonly value: string; readonly taken: number } | undefined {
  const [first, second] = nodes
  const one = first && follows(first)
  if (one === undefined) return undefined
  const two = second && follows(second)
  for (const period of texts) {
    const [begin = '', end] = period.texts
    const sameField = end === undefined || (two !== undefined && two.path === one.path)
    if (!sameField) continue
    if (end === undefined) {
      if (one.text === begin) return { field: one.field, value: period.name, taken: 1 }
      continue
    }
    const days = matched(begin, one.text) ?? matched(end, two?.text ?? '')
    const counted = begin.includes('N') || end.includes('N')
    const fits = one.text === begin.replace('N', days ?? '') && two?.text === end.replace('N', days ?? '')
    if (!fits || counted !== (days !== undefined)) continue
    return { field: one.field, value: counted ? `${period.name}:${days}` : period.name, taken: 2 }
  }
  return undefined
}

/** The number that stands for `N`. */
function matched(pattern: string, text: string): string | undefined {
  if (!pattern.endsWith('N')) return undefined
  const start = pattern.slice(0, -1)
  const rest = text.startsWith(start) ? text.slice(start.length) : ''
  return /^\d{1,5}$/.test(rest) ? rest : undefined
}
