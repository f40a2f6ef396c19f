import type { FieldTypeName } from '#shared/fields/field-type.ts'

/** How an editor is opened and left by keys. */
interface CellManner {
  /** Whether letters typed on the cell open its editor with them. */
  readonly types: boolean
  /** Enter begins a new line, or chooses inside; saving needs ⌘ or Ctrl with it. */
  readonly modEnter?: boolean
  /** A list of choices opens below: the keys stand above. */
  readonly opensBelow?: boolean
  /** Several inputs between which Tab moves as usual. */
  readonly compound?: boolean
  /** Width in pixels that the editor needs where the column is narrower. */
  readonly width?: number
}

const cellManners = {
  text: { types: true },
  longText: { types: true, modEnter: true, width: 320 },
  richText: { types: false, modEnter: true, compound: true, width: 420 },
  number: { types: true },
  money: { types: true, width: 160 },
  percent: { types: true },
  boolean: { types: false },
  date: { types: true, width: 176 },
  dateTime: { types: true, width: 200 },
  select: { types: true, opensBelow: true, width: 176 },
  multiSelect: { types: true, opensBelow: true, width: 240 },
  tags: { types: true, opensBelow: true, width: 240 },
  email: { types: true },
  phone: { types: true },
  url: { types: true },
  address: { types: false, compound: true, width: 360 },
  rating: { types: false },
  autoNumber: { types: false },
  user: { types: true, opensBelow: true, width: 200 },
  relation: { types: true, opensBelow: true, width: 240 },
  relations: { types: true, opensBelow: true, width: 280 },
  anyRecord: { types: false, compound: true, opensBelow: true, width: 320 },
  file: { types: false, compound: true, width: 280 },
  json: { types: false, modEnter: true, compound: true, width: 360 },
} as const satisfies Record<FieldTypeName, CellManner>

export const mannerOf = (type: FieldTypeName): CellManner => cellManners[type]
