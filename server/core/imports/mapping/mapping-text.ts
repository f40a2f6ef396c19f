import { AppError } from '#shared/errors.ts'
import type { ColumnMapping } from '#shared/imports/contract.ts'

/** A mapping as the command line takes it. `field` is undefined where the column is left out (`COLUMN=`). */
export interface TypedMapping {
  readonly column: string
  readonly field: string | undefined
  readonly options: Omit<ColumnMapping, 'column' | 'field'>
  /** What stands after the dot: `name` in `company.name`, `country` in `address.country`. */
  readonly member: string | undefined
}

const target =
  /^(?<field>[\p{L}\p{N}_]+)(?:\.(?<member>[\p{L}\p{N}_]+))?(?:\*(?<factor>\d+(?:\.\d+)?))?(?::(?<order>YMD|MDY|DMY))?(?<create>\+)?$/iu

/**
 * `close_value=amount`, `revenue=annualRevenue*1000000`, `close_date=closeDate:MDY`, `account=company.name`,
 * `deal_stage=stage+` (create what is missing), `notes=` (leave out).
 * @throws AppError `mapping_invalid`
 */
export function parseMapping(text: string): TypedMapping {
  const at = text.lastIndexOf('=')
  const column = text.slice(0, at).trim()
  const right = text.slice(at + 1).trim()
  if (at < 1 || column === '') throw new AppError('mapping_invalid', { text })
  if (right === '') return { column, field: undefined, options: {}, member: undefined }
  const groups = target.exec(right)?.groups
  if (groups?.field === undefined) throw new AppError('mapping_invalid', { text })
  const order = groups.order?.toUpperCase() as ColumnMapping['dateOrder'] | undefined
  return {
    column,
    field: groups.field,
    member: groups.member,
    options: {
      ...(groups.factor !== undefined && { factor: groups.factor }),
      ...(order !== undefined && { dateOrder: order }),
      ...(groups.create !== undefined && { create: true }),
    },
  }
}
