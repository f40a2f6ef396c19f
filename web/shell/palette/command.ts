import type { ReactNode } from 'react'
import type { PlainMessageKey } from '#web/messages/catalogue.ts'

/** A line of the command palette. */
export interface Command {
  readonly id: string
  readonly group: Extract<PlainMessageKey, 'shell.recent' | 'shell.records' | 'shell.goTo' | 'shell.actions'>
  readonly title: string
  /** Further words it is found by: names in other languages, the API name. */
  readonly words: string
  readonly icon: ReactNode
  /** What kind of thing it is, at the right. */
  readonly hint?: string
  readonly run: () => void
}

/** The commands in which every word of the query occurs; those whose title begins with it first. */
export function matching(commands: readonly Command[], query: string): readonly Command[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return commands
  const [first = ''] = words
  return commands
    .filter(({ title, words: more }) => {
      const text = `${title} ${more}`.toLowerCase()
      return words.every((word) => text.includes(word))
    })
    .toSorted((a, b) => Number(!startsWith(a, first)) - Number(!startsWith(b, first)))
}

/** The same commands with those of one group together, groups in the order of their best member. */
export function byGroup(commands: readonly Command[]): readonly Command[] {
  return [...Map.groupBy(commands, ({ group }) => group).values()].flat()
}

const startsWith = (command: Command, word: string) => command.title.toLowerCase().startsWith(word)
