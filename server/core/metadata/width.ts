import { AppError } from '#shared/errors.ts'
import { rowBudget, rowWidth } from './columns.ts'
import { liveFields, type ObjectRow } from './state.ts'

/** @throws AppError `too_many_fields` where an object grew beyond what a row can hold */
export function refuseTooWide(before: readonly ObjectRow[], after: readonly ObjectRow[]): void {
  const known = new Map(before.map((object) => [object.key, object]))
  for (const object of after) {
    const old = known.get(object.key)
    const grew = object.fields.length > (old?.fields.length ?? 0)
    if (grew && rowWidth(object) > rowBudget) {
      const most = old === undefined ? fittingFields(object) : liveFields(old).length
      throw new AppError('too_many_fields', { name: object.name, most })
    }
  }
}

function fittingFields(object: ObjectRow): number {
  let count = object.fields.length
  while (count > 0 && rowWidth({ ...object, fields: object.fields.slice(0, count) }) > rowBudget) count -= 1
  return count
}
