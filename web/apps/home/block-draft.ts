import type { Catalogue } from '#shared/metadata/catalogue.ts'
import { uuidv7 } from '#shared/uuid.ts'
import { groupableFields } from '#web/records/list/group.ts'
import { type Block, type BlockKind, type BlockMeasure, ofRecords, usualWidth } from './block.ts'

/** A block on its way through its form: what each kind may need, whichever kind is chosen. */
export interface BlockDraft {
  readonly kind: BlockKind
  readonly title: string
  readonly object: string
  readonly filter: string
  readonly sort: string
  readonly measure: BlockMeasure
  readonly by: string
}

const kept = new Set(['system', 'settings'])

export function draftOf(block: Block | undefined, catalogue: Catalogue): BlockDraft {
  const first = catalogue.objects.find(({ app }) => app === undefined || !kept.has(app))?.name ?? ''
  const object = block !== undefined && ofRecords(block) ? block.object : first
  const measure: BlockMeasure =
    block?.kind === 'figure' || block?.kind === 'breakdown' ? block.measure : { fn: 'count' }
  return {
    kind: block?.kind ?? 'figure',
    title: block?.title ?? '',
    object,
    filter: block !== undefined && ofRecords(block) ? (block.filter ?? '') : '',
    sort: block?.kind === 'list' ? (block.sort ?? '') : '',
    measure,
    by: block?.kind === 'breakdown' ? block.by : firstGroup(object, catalogue),
  }
}

/** The field that records are told apart by most readily. */
export const firstGroup = (object: string, catalogue: Catalogue): string => {
  const found = catalogue.find(object)
  const fields = found === undefined ? [] : groupableFields(found).filter(({ system }) => !system)
  return (fields.find(({ type }) => type === 'select') ?? fields[0])?.name ?? 'createdAt'
}

/** What the form describes; of a block that is changed its place, its width and, unless it was renamed, Kith's words. */
export function blockOf(draft: BlockDraft, before: Block | undefined): Block {
  const { kind, object, filter, sort, measure, by } = draft
  const title = draft.title.trim()
  const same = before !== undefined && before.kind === kind
  const base = {
    id: before?.id ?? uuidv7(),
    width: same ? before.width : usualWidth[kind],
    ...(title !== '' && { title }),
    ...(same && unchanged(before, draft) && before.words !== undefined && { words: before.words }),
  }
  const records = { object, ...(filter !== '' && { filter }) }
  switch (kind) {
    case 'figure':
      return { ...base, ...records, kind, measure }
    case 'breakdown':
      return { ...base, ...records, kind, measure, by }
    case 'list':
      return { ...base, ...records, kind, ...(sort !== '' && { sort }) }
    default:
      return { ...base, kind }
  }
}

const unchanged = (before: Block, draft: BlockDraft): boolean =>
  !ofRecords(before) || (before.object === draft.object && (before.filter ?? '') === draft.filter)
