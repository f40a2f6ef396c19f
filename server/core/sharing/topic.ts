import { catalogueOf } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import type { Signal } from '#server/core/signal.ts'

/** Tells that a record of an object is shared with a grantee, or is so no longer. */
export function announceShare(cx: Context, grantee: string, object: string): void {
  cx.announce(`shared:${cx.workspace.id}:${object}:${grantee}`)
}

/** `access {object}`: other records of that object are within this person’s reach than before. */
export const sharingSignal: Signal = {
  event: 'access',
  topic: (cx) => `shared:${cx.workspace.id}:`,
  async data(cx, rest) {
    if (rest === '') return [{}]
    const [object = '', ...grantee] = rest.split(':')
    const { userId } = cx.actor
    const { grantees } = userId === null ? cx.access : await cx.accessOf(userId)
    return grantees.includes(grantee.join(':')) && catalogueOf(cx).find(object) !== undefined
      ? [{ object }]
      : []
  },
}
