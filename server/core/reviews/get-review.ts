import type { Context } from '#server/core/context.ts'
import { namedPermissions } from '#server/core/roles/named-permissions.ts'
import type { Permissions } from '#shared/access/permissions.ts'
import type { Label } from '#shared/language.ts'
import type { AccessReviewDetail, AddedAccess } from '#shared/operations/reviews.ts'
import { addedSql } from './changes-since.ts'
import { reviewOf } from './review-row.ts'

interface KeptRole {
  readonly id: string
  readonly key: string
  readonly label: Label
  readonly permissions: Permissions
  readonly members: number
}

interface KeptAddition extends Omit<AddedAccess, 'role'> {
  readonly label: Label
}

/** A review with what each role permitted, and what was given since. @throws AppError `access_review_missing` */
export async function getReview(cx: Context, id: string): Promise<AccessReviewDetail> {
  const { pool, schema } = cx.workspace
  const review = await reviewOf(cx, id)
  const { rows } = await pool.query<{ roles: readonly KeptRole[]; added: readonly KeptAddition[] }>({
    text: `select v.roles, coalesce(v.added, ${addedSql(schema)}) as added from ${schema}._access_review v where v.id = $1`,
    values: [id],
  })
  const { roles, added } = rows[0]!
  const catalogue = cx.workspace.catalogue()
  return {
    ...review,
    roles: roles.map(({ label, permissions, ...role }) => ({
      ...role,
      name: label[cx.language],
      permissions: namedPermissions(permissions, catalogue),
    })),
    added: added.map(({ label, ...one }) => ({ ...one, role: label[cx.language] })),
  }
}
