import { useSyncExternalStore } from 'react'

/** What stands in a form by wire name, and why parts of it were refused. */
export interface FormState {
  readonly values: Readonly<Record<string, unknown>>
  readonly refused: Readonly<Record<string, string>>
}

/** A form outside of React: each field follows its own part, so that a key draws one field and not the form. */
export interface FormStore {
  get(): FormState
  set(next: (old: FormState) => FormState): void
  /** @returns stops listening */
  subscribe(listener: () => void): () => void
}

export function formStore(values: FormState['values']): FormStore {
  let state: FormState = { values, refused: {} }
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    set(next) {
      state = next(state)
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** A part of a form; `select` gives the same value as long as the part is the same. */
export const usePartOfForm = <T>({ store }: { store: FormStore }, select: (state: FormState) => T): T =>
  useSyncExternalStore(store.subscribe, () => select(store.get()))

/** The value of one field, and why it was refused. */
export function useFormField(form: { store: FormStore }, wire: string) {
  const value = usePartOfForm(form, ({ values }) => values[wire] ?? null)
  const reason = usePartOfForm(form, ({ refused }) => refused[wire])
  return { value, reason }
}
