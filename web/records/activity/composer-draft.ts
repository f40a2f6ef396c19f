import type { RecordReference } from '#shared/fields/any-record.ts'
import type { Attached, Mention } from './written.ts'

/** The step that is agreed for later; it becomes a task. */
export interface NextStep {
  /** ISO 8601 UTC; null while it is being typed. */
  readonly at: string | null
  /** Blank: the subject that is proposed. */
  readonly subject: string
}

/** What has been written about a record and is not saved yet. */
export interface ComposerDraft {
  /** Value of the activity's kind; null: the first one. */
  readonly kind: string | null
  readonly subject: string
  readonly text: string
  readonly mentions: readonly Mention[]
  readonly files: readonly Attached[]
  readonly outcome: string | null
  /** ISO 8601 UTC; null: the moment at which it is saved. */
  readonly at: string | null
  readonly endsAt: string | null
  readonly participants: readonly RecordReference[]
  readonly next: NextStep | null
}

export const blankDraft: ComposerDraft = {
  kind: null,
  subject: '',
  text: '',
  mentions: [],
  files: [],
  outcome: null,
  at: null,
  endsAt: null,
  participants: [],
  next: null,
}

/** Whether there is something to save: words, a file, or the result of a call. */
export const holdsSomething = (draft: ComposerDraft): boolean =>
  draft.text.trim() !== '' || draft.subject.trim() !== '' || draft.files.length > 0 || draft.outcome !== null

/** A draft as this device kept it; what another version of Kith left there, or anything else, is a blank one. */
export function readDraft(stored: string | null): ComposerDraft {
  try {
    const kept: unknown = JSON.parse(stored ?? 'null')
    if (typeof kept !== 'object' || kept === null) return blankDraft
    const known = Object.entries(kept).filter(
      ([name, value]) => name in blankDraft && sameKind(value, blankDraft[name as keyof ComposerDraft]),
    )
    return { ...blankDraft, ...Object.fromEntries(known) }
  } catch {
    return blankDraft
  }
}

const sameKind = (value: unknown, sample: unknown): boolean =>
  Array.isArray(sample)
    ? Array.isArray(value)
    : typeof sample === 'string'
      ? typeof value === 'string'
      : value === null || typeof value === 'string' || (typeof value === 'object' && 'subject' in value)
