import { type Access, permitRight } from '#server/core/access/index.ts'
import { recordAudit } from '#server/core/audit/index.ts'
import type { Context } from '#server/core/context.ts'
import { apiPrefix } from '#server/platform/http/index.ts'
import { scopeOf } from '#shared/access/scope-of.ts'
import { AppError } from '#shared/errors.ts'
import { aggregateContract } from '#shared/operations/records.ts'
import { invalidHeader } from './route.ts'

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
/** Milliseconds in which looking as the same person is one act. */
const window = 10 * 60_000
/** Until when who looks as whom stands in the audit log already. */
const noted = new Map<string, number>()
const viewing = new WeakSet<object>()

/** Whether a request is looked at through another member's eyes: what is refused then is refused to them. */
export const isViewing = (request: object): boolean => viewing.has(request)

/** A request as its route names it. */
interface Asked {
  readonly method: string
  readonly routeOptions: { readonly url?: string | undefined }
}

/** Figures are asked for with a body, and change nothing. */
const looks = ({ method, routeOptions }: Asked): boolean =>
  method === 'GET' || (method === 'POST' && routeOptions.url === `${apiPrefix}${aggregateContract.path}`)

/**
 * The context of somebody who looks at the workspace as another member does: with their eyes, and without a hand.
 * @param header id of the member
 * @throws AppError `not_permitted` to who lacks the right to roles or does not see everything themselves, and for every request
 * that is no reading; `invalid_parameter`
 */
export async function viewAs(cx: Context, header: string, request: Asked): Promise<Context> {
  if (!uuid.test(header)) throw invalidHeader('View-As')
  permitRight(cx, 'roles')
  if (!looks(request) || !seesAll(cx)) throw new AppError('not_permitted')
  const userId = header.toLowerCase()
  const access: Access = await cx.accessOf(userId)
  const key = `${cx.workspace.id} ${cx.actor.id} ${userId}`
  const now = Date.now()
  if ((noted.get(key) ?? 0) < now) {
    for (const [other, until] of noted) if (until < now) noted.delete(other)
    noted.set(key, now + window)
    await recordAudit(cx, { kind: 'viewedAs', object: 'user', record: userId })
  }
  viewing.add(request)
  return { ...cx, actor: { ...cx.actor, userId }, access, source: 'api' }
}

/** Through another's eyes nobody sees more than with their own. */
function seesAll({ access: { permissions }, workspace }: Context): boolean {
  const { fields } = permissions
  const open = Object.values(fields).every((levels) =>
    Object.values(levels).every((level) => level === 'edit' || level === 'read'),
  )
  return open && workspace.catalogue().objects.every(({ key }) => scopeOf(permissions, key, 'read') === 'all')
}
