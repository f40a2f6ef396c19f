import { type ReactNode, useEffect, useRef } from 'react'

/** Something that the page in view can do, offered by the command palette above all else. */
export interface PageCommand {
  /** Unique among those of the page: `bulk.delete`. */
  readonly id: string
  /** A verb and its object, translated: “删除所选3条”. */
  readonly title: string
  readonly icon?: ReactNode
  /** The key that does the same, as printed on it: `E`, `⌘ S`. */
  readonly keyHint?: string
  /** Further words it is found by. */
  readonly words?: string
  /** Where it stands among the others, from the top; 50. */
  readonly place?: number
  /** Offered once something was typed: there are many of its kind, or it is seldom wanted. */
  readonly further?: true
  readonly run: () => void
}

const usualPlace = 50
const provided = new Set<readonly PageCommand[]>()
const listeners = new Set<() => void>()
let all: readonly PageCommand[] = []

function tell(): void {
  all = [...provided].flat().sort((a, b) => (a.place ?? usualPlace) - (b.place ?? usualPlace))
  for (const listener of listeners) listener()
}

/** Offers commands for as long as they make sense. @returns takes them back */
function provideCommands(list: readonly PageCommand[]): () => void {
  provided.add(list)
  tell()
  return () => {
    provided.delete(list)
    tell()
  }
}

/**
 * Offers commands while a component is there. What they do is read when they are run; they are offered anew only when
 * one of their ids, titles or keys is another, so that the list may be made with every render.
 */
export function useCommandsOfPage(list: readonly PageCommand[]): void {
  const latest = useRef(list)
  useEffect(() => {
    latest.current = list
  })
  const signature = list.map(({ id, title, keyHint }) => [id, title, keyHint].join('\t')).join('\n')
  useEffect(() => {
    if (signature === '') return
    return provideCommands(
      latest.current.map((command) => ({
        ...command,
        run: () => latest.current.find(({ id }) => id === command.id)?.run(),
      })),
    )
  }, [signature])
}

/** For `useSyncExternalStore`: all that is offered now. */
export const pageCommands = {
  get: (): readonly PageCommand[] => all,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}
