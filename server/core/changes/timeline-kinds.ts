import { invalidInput } from '#shared/errors.ts'
import type { Catalogue } from '#shared/metadata/catalogue.ts'
import { type TimelineKind, timelineKinds } from '#shared/operations/timeline.ts'

/** What of a timeline is asked for. */
interface WantedKinds {
  readonly has: (kind: TimelineKind) => boolean
  /** Kinds of activities; undefined where all of them are wanted. */
  readonly activities: readonly string[] | undefined
}

/** `call,email,change`: all by default. @throws AppError `invalid_parameter` for a word that is no kind */
export function wantedKinds(text: string | undefined, catalogue: Catalogue): WantedKinds {
  const words = (text ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean)
  if (words.length === 0) return { has: () => true, activities: undefined }
  const options = catalogue.byKey('activity')?.fieldByKey.get('kind')?.options ?? []
  const ofActivities = words.filter((word) => options.some(({ value }) => value === word))
  const wanted = new Set<string>(words)
  const known: ReadonlySet<string> = new Set([...timelineKinds, ...ofActivities])
  if (words.some((word) => !known.has(word))) {
    throw invalidInput([{ path: 'kinds', code: 'invalid_parameter', parameters: { name: 'kinds' } }])
  }
  return {
    has: (kind) => wanted.has(kind) || (kind === 'activity' && ofActivities.length > 0),
    activities: wanted.has('activity') ? undefined : ofActivities,
  }
}
