import { type Access, permitRight } from '#server/core/access/index.ts'
import { beyond } from '#shared/access/beyond.ts'
import { AppError } from '#shared/errors.ts'
import type { Catalogue } from '#shared/metadata/catalogue.ts'

/**
 * Whether somebody may decide how another member comes in: who sets a password, or takes over what is somebody's, could do all
 * that they may.
 * @param own what who asks may @param other what the member may
 * @throws AppError `not_permitted` to who lacks the right `people`, `member_has_more`
 */
export function permitOver(own: Access, other: Access, catalogue: Catalogue): void {
  permitRight({ access: own }, 'people')
  const what = beyond(other.permissions, own.permissions, catalogue)
  if (what !== undefined) throw new AppError('member_has_more', { what })
}
