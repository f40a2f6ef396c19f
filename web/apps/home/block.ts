import type { PlainMessageKey } from '#web/messages/catalogue.ts'

/** How much of a row a block takes, in sixtieths; the whole of a phone's. */
export const widths = { fifth: 12, quarter: 15, third: 20, half: 30, twoThirds: 40, full: 60 } as const
export type BlockWidth = keyof typeof widths

/** What a figure computes: a count of records, or of a field its sum or average. */
export interface BlockMeasure {
  readonly fn: 'count' | 'sum' | 'avg'
  readonly field?: string
}

/** A part of somebody's home page, as their preference keeps it. */
interface BlockBase {
  readonly id: string
  readonly width: BlockWidth
  /** The person's own words for it. */
  readonly title?: string
  /** Kith's words, in whatever language is spoken. */
  readonly words?: Extract<PlainMessageKey, `home.${string}`>
}

interface OfRecords {
  /** Name of the object. */
  readonly object: string
  /** A condition in the expression language. */
  readonly filter?: string
}

export type FigureBlock = BlockBase & OfRecords & { readonly kind: 'figure'; readonly measure: BlockMeasure }
export type BreakdownBlock = BlockBase &
  OfRecords & { readonly kind: 'breakdown'; readonly measure: BlockMeasure; readonly by: string }
export type ListBlock = BlockBase & OfRecords & { readonly kind: 'list'; readonly sort?: string }
type TasksBlock = BlockBase & { readonly kind: 'tasks' }
type RecentBlock = BlockBase & { readonly kind: 'recent' }

export type Block = FigureBlock | BreakdownBlock | ListBlock | TasksBlock | RecentBlock
export type BlockKind = Block['kind']

export const blockKinds = [
  'figure',
  'breakdown',
  'list',
  'tasks',
  'recent',
] as const satisfies readonly BlockKind[]

/** The width that a new block of a kind has. */
export const usualWidth: Readonly<Record<BlockKind, BlockWidth>> = {
  figure: 'fifth',
  breakdown: 'third',
  list: 'half',
  tasks: 'third',
  recent: 'third',
}

/** Whether a phone shows two of it beside each other. */
export const isNarrow = ({ width }: Block): boolean => widths[width] <= widths.quarter

export const ofRecords = (block: Block): block is FigureBlock | BreakdownBlock | ListBlock =>
  'object' in block
