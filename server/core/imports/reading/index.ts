export { openTable } from './open-table.ts'
export type { SourceRow, SourceTable } from './table.ts'
