import { catalogueOf } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import type { Signal } from '#server/core/signal.ts'

const everybody = '*'

/** Tells that views of an object changed: everybody, or only the one whose own they are. */
export function announceViews(cx: Context, object: string, only: string | null): void {
  cx.announce(`views:${cx.workspace.id}:${object}:${only ?? everybody}`)
}

/** `views {object}`: which views there are, or what one says, is another for this person. */
export const viewsSignal: Signal = {
  event: 'views',
  topic: (cx) => `views:${cx.workspace.id}:`,
  data: (cx, rest) => {
    if (rest === '') return catalogueOf(cx).objects.map(({ name }) => ({ object: name }))
    const [object, whose] = rest.split(':')
    return whose === everybody || whose === cx.actor.userId ? [{ object }] : []
  },
}
