import { useQuery } from '@tanstack/react-query'
import { aggregate, keys } from '#web/data/index.ts'
import { type Related, relatedFilter } from './related.ts'

/** Related records that came to an outcome: how many, and their sum in the workspace's currency (a decimal string). */
export interface OutcomeSum {
  readonly related: Related
  readonly count: number
  readonly sum: string
  /** The records themselves, as a condition. */
  readonly filter: string
}

/** The first related list that goes through stages and holds money: the deals of a company. */
export const stagedList = (lists: readonly Related[]): Related | undefined =>
  lists.find(({ object }) => object.hasMoney && object.fields.some((field) => field.to === 'stage'))

/** Undefined where no list goes through stages, or until it is known. */
export function useOutcomeSum(
  related: Related | undefined,
  id: string,
  outcome: 'open' | 'won',
): OutcomeSum | undefined {
  const stage = related?.object.fields.find((field) => field.to === 'stage')
  const amount = related?.object.fields.find((field) => field.type === 'money')
  const filter =
    related === undefined ? '' : `${relatedFilter(related, id)} and ${stage?.name}.outcome = "${outcome}"`
  const query = {
    filter,
    groupBy: [],
    measures: [{ fn: 'count' }, { fn: 'sum', field: amount?.name ?? '' }],
  }
  const answer = useQuery({
    queryKey: keys.aggregate(related?.object.name ?? '', query),
    queryFn: () => aggregate(related?.object.name ?? '', query),
    enabled: related !== undefined,
  })
  const [row] = answer.data ?? []
  if (related === undefined || row === undefined) return undefined
  return { related, filter, count: Number(row.count ?? 0), sum: String(row[`sum(${amount?.name})`] ?? 0) }
}
