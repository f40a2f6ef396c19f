import { catalogueOf, may } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import type { Signal } from '#server/core/signal.ts'
import { canSee } from './can-see.ts'

/** What a tab shows: an object's list, or one of its records. */
export interface Place {
  /** Name of the object. */
  readonly object: string
  readonly id: string | null
}

export function announcePresence(cx: Context, { object, id }: Place): void {
  cx.announce(`presence:${cx.workspace.id}:${object}:${id ?? ''}`)
}

/** `presence {object, id?}`: somebody came to a place or left it, told to who may go there. */
export const presenceSignal: Signal = {
  event: 'presence',
  topic: (cx) => `presence:${cx.workspace.id}:`,
  data: async (cx, rest) => {
    // What was missed is made good by the next sign of life, which each tab sends soon anyway.
    if (rest === '') return []
    const [name = '', id = ''] = rest.split(':')
    const object = catalogueOf(cx).find(name)
    if (object === undefined || !may(cx, 'read', object)) return []
    if (id !== '' && !(await canSee(cx, object, id))) return []
    return [{ object: name, ...(id !== '' && { id }) }]
  },
}
