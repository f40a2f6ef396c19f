import { useQuery } from '@tanstack/react-query'
import { aggregate, keys } from '#web/data/index.ts'
import { type Related, relatedFilter } from './related.ts'

/** What is still open among related records: how many, and their sum in the workspace's currency (a decimal string). */
export interface OpenSum {
  readonly related: Related
  readonly count: number
  readonly sum: string
}

/** Of the first related list that goes through stages and holds money; undefined where none does, or until it is known. */
export function useOpenSum(lists: readonly Related[], id: string): OpenSum | undefined {
  const related = lists.find(
    ({ object }) => object.hasMoney && object.fields.some((field) => field.to === 'stage'),
  )
  const stage = related?.object.fields.find((field) => field.to === 'stage')
  const amount = related?.object.fields.find((field) => field.type === 'money')
  const query = {
    filter: related === undefined ? '' : `${relatedFilter(related, id)} and ${stage?.name}.outcome = "open"`,
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
  return {
    related,
    count: Number(row.count ?? 0),
    sum: String(row[`sum(${amount?.name})`] ?? 0),
  }
}
