import type { ComposerDraft } from '../composer-draft.ts'
import type { Person } from '../use-subject-people.ts'
import type { Pasted } from './pasted.ts'

interface Known {
  /** Values of the activity's kind. */
  readonly kinds: readonly string[]
  readonly people: readonly Person[]
}

/** What a pasted conversation sets in a draft: nothing that somebody wrote before is lost. */
export function fillFrom(
  pasted: Pasted,
  draft: ComposerDraft,
  { kinds, people }: Known,
): Partial<ComposerDraft> {
  const found = people.filter(
    ({ name, email }) =>
      pasted.people.includes(name) || (email !== undefined && pasted.addresses.includes(email)),
  )
  const others = draft.participants.filter(({ id }) => !found.some((person) => person.id === id))
  const text = draft.text.trim()
  return {
    ...(kinds.includes(pasted.kind) && { kind: pasted.kind }),
    ...(pasted.at !== undefined && { at: pasted.at }),
    ...(pasted.endsAt !== undefined && { endsAt: pasted.endsAt }),
    ...(pasted.subject !== undefined && { subject: pasted.subject.slice(0, 500) }),
    participants: [...others, ...found.map(({ object, id }) => ({ object, id }))],
    text: text === '' ? pasted.body : `${text}\n\n${pasted.body}`,
  }
}
