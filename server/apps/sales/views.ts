import type { ShippedView } from '#server/core/views/index.ts'
import { label } from '../declare.ts'

const mine = label('我负责的', '我負責的', 'Mine')

/** Views that a workspace begins with, for everybody. */
export const salesViews: readonly ShippedView[] = [
  {
    name: 'lead.byStatus',
    object: 'lead',
    label: label('按状态', '依狀態', 'Board by status'),
    kind: 'board',
    definition: { board: { by: 'status', card: ['companyName', 'source', 'owner'] } },
  },
  {
    name: 'lead.mine',
    object: 'lead',
    label: mine,
    kind: 'list',
    definition: { filter: 'owner = me()' },
  },
  {
    name: 'company.mine',
    object: 'company',
    label: mine,
    kind: 'list',
    definition: { filter: 'owner = me()' },
  },
  {
    name: 'contact.mine',
    object: 'contact',
    label: mine,
    kind: 'list',
    definition: { filter: 'owner = me()' },
  },
  {
    name: 'deal.byStage',
    object: 'deal',
    label: label('按阶段', '依階段', 'Board by stage'),
    kind: 'board',
    definition: { board: { by: 'stage', sum: 'amount', card: ['company', 'amount', 'closeDate', 'owner'] } },
  },
  {
    name: 'deal.mine',
    object: 'deal',
    label: mine,
    kind: 'list',
    definition: { filter: 'owner = me()', sort: 'closeDate', totals: { amount: 'sum' } },
  },
]
