export { openTable } from './open-table.ts'
export { importLimits, type SourceRow, type SourceTable } from './table.ts'
