import type { Context } from '#server/core/context.ts'
import { AppError } from '#shared/errors.ts'

/** The member who asks. @throws AppError `not_permitted` to who is none */
export function memberOf({ actor }: Context): string {
  if (actor.userId === null) throw new AppError('not_permitted')
  return actor.userId
}
