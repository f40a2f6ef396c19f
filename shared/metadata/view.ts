/**
 * How records of an object are looked at, kept under a name. Fields are named as the object names them today; they are
 * stored by key, so that a rename breaks no view.
 */
export interface View {
  readonly id: string
  /** Name of the object. */
  readonly object: string
  /** Of one that came with Kith in the reader's language, until somebody gives it another name. */
  readonly name: string
  readonly kind: ViewKind
  /** Everybody sees a shared view; one of a person's own is seen by that person alone. */
  readonly shared: boolean
  /** The member who made it, who may change it as administrators may a shared one. */
  readonly ownerId: string | null
  /** Where it stands among the tabs: fractional, compared by code point (`shared/rank.ts`). */
  readonly position: string
  readonly definition: ViewDefinition
  /** What it names and nobody has any more: a field that was deleted, a filter that no longer reads. */
  readonly problems: readonly ViewProblem[]
  readonly version: number
}

export const viewKinds = ['list', 'board', 'calendar'] as const
export type ViewKind = (typeof viewKinds)[number]

export interface ViewDefinition {
  /** A condition in the expression language. */
  readonly filter?: string
  /** `-amount,name` */
  readonly sort?: string
  /** In order; the object's own where undefined. */
  readonly columns?: readonly ViewColumn[]
  /** How many leading columns stay while the rest scrolls; 1. */
  readonly frozen?: number
  /** Field that rows of a list are grouped by. */
  readonly groupBy?: string
  /** What the totals row computes, by field. */
  readonly totals?: Readonly<Record<string, TotalFunction>>
  readonly board?: BoardDefinition
  readonly calendar?: CalendarDefinition
}

export interface ViewColumn {
  /** A field, or a path over relations: `company.industry`. */
  readonly field: string
  /** Pixels. */
  readonly width?: number
}

export const totalFunctions = ['count', 'filled', 'empty', 'distinct', 'sum', 'avg', 'min', 'max'] as const
export type TotalFunction = (typeof totalFunctions)[number]

export interface BoardDefinition {
  /** A select field, or a relation whose records are the columns: `stage`. */
  readonly by: string
  /** Amount that the column heads sum. */
  readonly sum?: string
  /** Fields that a card shows below its title; the object's leading ones where undefined. */
  readonly card?: readonly string[]
  /** Values of columns that are folded away. */
  readonly folded?: readonly string[]
}

export interface CalendarDefinition {
  readonly start: string
  readonly end?: string
  readonly span?: 'month' | 'week'
}

export interface ViewProblem {
  /** Where in the definition as it was kept: `filter`, `sort`, `columns/2/field`, `totals/amount`, `board/by`. */
  readonly path: string
  readonly code: string
  readonly message: string
}
