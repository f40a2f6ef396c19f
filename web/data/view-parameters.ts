/** Parameters of an address that say how records are looked at. */
export const viewParameters = [
  'view',
  'kind',
  'filter',
  'sort',
  'columns',
  'frozen',
  'group',
  'totals',
  'by',
  'sum',
  'card',
  'folded',
  'start',
  'end',
  'span',
  'search',
] as const
export type ViewParameter = (typeof viewParameters)[number]
