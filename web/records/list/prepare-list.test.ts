import { QueryClient } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'
import { keys } from '#web/data/keys.ts'
import { catalogueQuery } from '#web/data/use-catalogue.ts'
import { viewsQuery } from '#web/data/use-views.ts'
import type { ViewAddress } from '../views/view-address.ts'
import { prepareList } from './prepare-list.ts'
import { sampleCatalogue } from './testing.ts'
import { listQuery } from './use-list.ts'

const catalogue = sampleCatalogue()
const deal = catalogue.object('deal')
const view = { id: 'open', kind: 'list', definition: { filter: 'amount > 5' } }

async function prepared(address: ViewAddress, name = 'deal') {
  const client = new QueryClient()
  client.setQueryData(catalogueQuery.queryKey, catalogue)
  client.setQueryData(viewsQuery('deal').queryKey, [view] as never)
  const asked = vi.spyOn(client, 'prefetchInfiniteQuery').mockResolvedValue()
  await prepareList(client, name, address)
  return asked.mock.calls.map(([{ queryKey }]) => queryKey)
}
const search = { filter: '', sort: '', search: '' }
const keyOf = (look: Partial<typeof search>) =>
  keys.list('deal', listQuery(deal, { ...search, ...look }, catalogue))

test('a list asks for what its address says, over its view', async () => {
  expect(await prepared({})).toEqual([keyOf({})])
  expect(await prepared({ filter: 'amount > 1', search: '青屿' })).toEqual([
    keyOf({ filter: 'amount > 1', search: '青屿' }),
  ])
  expect(await prepared({ view: 'open', sort: '-amount' })).toEqual([
    keyOf({ filter: 'amount > 5', sort: '-amount' }),
  ])
})

test('a board, groups and an object that is not there ask for no list', async () => {
  expect(await prepared({ kind: 'board' })).toEqual([])
  expect(await prepared({ group: 'kind' })).toEqual([])
  expect(await prepared({}, 'nothing')).toEqual([])
})
