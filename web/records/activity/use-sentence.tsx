import type { ReactNode } from 'react'
import type { MessageKey } from '#web/messages/catalogue.ts'
import { useMessages } from '#web/messages/use-messages.ts'

/** What happened, in one line: the texts whose places are filled with names. */
export type SentenceKey = Extract<MessageKey, `activity.did${string}`>

type SentencePart = 'actor' | 'people' | 'record' | 'field' | 'kind' | 'count'

// Of the private use area: no text has them.
const marks = {
  actor: '\ue000',
  people: '\ue001',
  record: '\ue002',
  field: '\ue003',
  kind: '\ue004',
  count: '\ue005',
} as const satisfies Record<SentencePart, string>
const places = new Map(Object.entries(marks).map(([part, mark]) => [mark as string, part as SentencePart]))

/** Puts names, links and numbers into a text, each language in its own order. */
export function useSentence() {
  const { t } = useMessages()
  return (key: SentenceKey, parts: Partial<Record<SentencePart, ReactNode>>): ReactNode[] =>
    t(key, marks)
      .split(/([\ue000-\ue005])/)
      .map((piece) => {
        const part = places.get(piece)
        return part === undefined ? (
          piece
        ) : (
          <span key={part} data-part={part}>
            {parts[part]}
          </span>
        )
      })
}
