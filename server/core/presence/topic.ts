import type { Context } from '#server/core/context.ts'
import type { Signal } from '#server/core/signal.ts'

/** What a tab shows: an object's list, or one of its records. */
export interface Place {
  /** Name of the object. */
  readonly object: string
  readonly id: string | null
}

export function announcePresence(cx: Context, { object, id }: Place): void {
  cx.announce(`presence:${cx.workspace.id}:${object}:${id ?? ''}`)
}

/** `presence {object, id?}`: somebody came to a place or left it. */
export const presenceSignal: Signal = {
  event: 'presence',
  topic: (cx) => `presence:${cx.workspace.id}:`,
  data: (_, rest) => {
    // What was missed is made good by the next sign of life, which each tab sends soon anyway.
    if (rest === '') return []
    const [object, id] = rest.split(':')
    return [{ object, ...(id && { id }) }]
  },
}
