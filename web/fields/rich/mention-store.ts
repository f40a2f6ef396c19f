import type { SuggestionKeyDownProps, SuggestionProps } from '@tiptap/suggestion'

export interface MentionMenuState {
  readonly query: string
  /** Where the `@` stands, in pixels of the window. */
  readonly place: DOMRect
  readonly take: (person: { readonly id: string; readonly label: string }) => void
}

/** What the editor tells of an `@` that is being typed, for the menu that React draws. */
export function mentionMenuStore() {
  let state: MentionMenuState | null = null
  const listeners = new Set<() => void>()
  let onKey: (key: string) => boolean = () => false
  const set = (next: MentionMenuState | null) => {
    state = next
    for (const listener of listeners) listener()
  }
  const follow = ({ query, clientRect, command }: SuggestionProps) => {
    const place = clientRect?.()
    set(place ? { query, place, take: command } : null)
  }
  return {
    get: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** The menu takes keys while it is open. @returns whether it took the key */
    takeKeys: (handler: typeof onKey) => {
      onKey = handler
    },
    handlers: {
      items: () => [],
      render: () => ({
        onStart: follow,
        onUpdate: follow,
        onExit: () => set(null),
        onKeyDown: ({ event }: SuggestionKeyDownProps) => {
          if (event.isComposing) return false
          if (event.key === 'Escape') {
            set(null)
            return true
          }
          return onKey(event.key)
        },
      }),
    },
  }
}

export type MentionMenuStore = ReturnType<typeof mentionMenuStore>
