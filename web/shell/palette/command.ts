import type { ReactNode } from 'react'
import { pinyinInitials } from '#web/fields/pinyin-initials.ts'
import type { PlainMessageKey } from '#web/messages/catalogue.ts'

/** A line of the command palette. */
export interface Command {
  readonly id: string
  readonly group: Extract<
    PlainMessageKey,
    | 'shell.onPage'
    | 'shell.recent'
    | 'shell.starred'
    | 'shell.recentCommands'
    | 'shell.records'
    | 'shell.goTo'
    | 'shell.actions'
    | 'shell.settings'
  >
  readonly title: string
  /** Further words it is found by: names in other languages, the API name. */
  readonly words: string
  readonly icon: ReactNode
  /** A second line that tells two of one name apart. */
  readonly detail?: string
  /** What kind of thing it is, at the right. */
  readonly hint?: string
  /** The key that does the same. */
  readonly keyHint?: string
  /** Found by the server already, by words that need not stand here. */
  readonly found?: true
  /** Offered once something was typed. */
  readonly further?: true
  readonly run: () => void
}

const separators = /[\s·：:/“”「」()（）、，-]+/

/** How well a line fits what was typed, 0…100; undefined where a word of it occurs nowhere. */
function closeness({ title, words, detail, found }: Command, text: string): number | undefined {
  const name = title.toLowerCase()
  if (name === text) return 100
  if (name.startsWith(text)) return 85
  if (name.split(separators).some((part) => part.startsWith(text))) return 70
  if (name.includes(text)) return 60
  const initials = pinyinInitials(title)
  if (initials === text) return 80
  if (text.length > 1 && initials.startsWith(text)) return 65
  const all = `${name} ${initials} ${words} ${detail ?? ''}`.toLowerCase()
  if (all.split(separators).some((part) => part.startsWith(text))) return 50
  if (text.split(/\s+/).every((word) => all.includes(word))) return 40
  return found ? 45 : undefined
}

/** A record is looked for more often than a setting: what decides between lines that fit alike. */
const weights = {
  'shell.onPage': 6,
  'shell.recent': 5,
  'shell.starred': 5,
  'shell.recentCommands': 5,
  'shell.records': 3,
  'shell.goTo': 4,
  'shell.actions': 1,
  'shell.settings': 0,
} satisfies Record<Command['group'], number>

/** The lines that fit what was typed, the best first, those of one group together. */
export function matching(commands: readonly Command[], query: string): readonly Command[] {
  const text = query.trim().toLowerCase()
  if (text === '') return commands
  const scored = commands.flatMap((command) => {
    const score = closeness(command, text)
    return score === undefined ? [] : [{ command, score: score + weights[command.group] }]
  })
  const ranked = scored.toSorted((a, b) => b.score - a.score).map(({ command }) => command)
  return [...Map.groupBy(ranked, ({ group }) => group).values()].flat()
}
