import type { Catalogue } from '#shared/metadata/catalogue.ts'
import type { Block } from './block.ts'

/** What a home page shows until somebody arranges it: the day's work, and how the sales of the team stand. */
const wanted: readonly Block[] = [
  {
    id: 'open-deals',
    kind: 'figure',
    width: 'fifth',
    words: 'home.openDeals',
    object: 'deal',
    filter: 'stage.outcome = "open"',
    measure: { fn: 'sum', field: 'amount' },
  },
  {
    id: 'won-deals',
    kind: 'figure',
    width: 'fifth',
    words: 'home.wonThisMonth',
    object: 'deal',
    filter: 'stage.outcome = "won" and closedAt >= startOf(today(), "month")',
    measure: { fn: 'sum', field: 'amount' },
  },
  {
    id: 'new-leads',
    kind: 'figure',
    width: 'fifth',
    words: 'home.newLeads',
    object: 'lead',
    filter: 'createdAt >= today() - 7',
    measure: { fn: 'count' },
  },
  {
    id: 'activities',
    kind: 'figure',
    width: 'fifth',
    words: 'home.myActivities',
    object: 'activity',
    filter: 'owner = me() and occurredAt >= startOf(today(), "week") and occurredAt <= now()',
    measure: { fn: 'count' },
  },
  {
    id: 'late-tasks',
    kind: 'figure',
    width: 'fifth',
    words: 'home.lateTasks',
    object: 'task',
    filter: 'assignee = me() and status in ("open", "inProgress") and dueAt < today()',
    measure: { fn: 'count' },
  },
  { id: 'tasks', kind: 'tasks', width: 'third' },
  {
    id: 'stages',
    kind: 'breakdown',
    width: 'third',
    words: 'home.openByStage',
    object: 'deal',
    filter: 'stage.outcome = "open"',
    by: 'stage',
    measure: { fn: 'sum', field: 'amount' },
  },
  { id: 'recent', kind: 'recent', width: 'third' },
  {
    id: 'closing',
    kind: 'list',
    width: 'half',
    words: 'home.closingSoon',
    object: 'deal',
    filter: 'stage.outcome = "open" and closeDate >= today() and closeDate <= today() + 30',
    sort: 'closeDate',
  },
  {
    id: 'silent',
    kind: 'list',
    width: 'half',
    words: 'home.silentCompanies',
    object: 'company',
    filter: 'lastActivityAt < today() - 30',
    sort: 'lastActivityAt',
  },
]

/** Those of the blocks above whose objects the workspace has. */
export const defaultBlocks = (catalogue: Catalogue): readonly Block[] =>
  wanted.filter((block) => !('object' in block) || catalogue.find(block.object) !== undefined)
