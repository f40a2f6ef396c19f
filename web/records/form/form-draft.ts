import { formDraftPrefix } from '#web/data/kept/scope.ts'

type Values = Readonly<Record<string, unknown>>

/** What was typed into a form and not saved. */
export interface FormDraft {
  read(): Values | undefined
  keep(values: Values): void
  drop(): void
}

/**
 * The draft of a form at this place of the tab's history: there again after a reload, after a way back, and where the
 * form was closed by a slip of the hand; a form that is opened anew elsewhere is blank.
 */
export function formDraft(object: string, prefilled: Values): FormDraft {
  const state: unknown = history.state
  const entry = typeof state === 'object' && state !== null ? Reflect.get(state, '__TSR_key') : undefined
  const storageKey = `${formDraftPrefix}${String(entry)} ${object} ${JSON.stringify(prefilled)}`
  return {
    read() {
      try {
        const kept: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? 'null')
        return typeof kept === 'object' && kept !== null ? { ...kept } : undefined
      } catch {
        return undefined
      }
    },
    keep(values) {
      try {
        sessionStorage.setItem(storageKey, JSON.stringify(values))
      } catch {
        // A tab that is full keeps no draft; the form still holds it.
      }
    },
    drop: () => sessionStorage.removeItem(storageKey),
  }
}
