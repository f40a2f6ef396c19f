import { usualSignInPolicy } from '#shared/access/sign-in-policy.ts'
import type { Choice } from '#web/design/select.tsx'
import type { useMessages } from '#web/messages/use-messages.ts'

type Translate = ReturnType<typeof useMessages>['t']

/** What can be chosen; a value that the API set stands among them. */
type ChoicesWith = (current: number | null) => Choice<string>[]

const choicesOf =
  (usual: readonly (number | null)[], label: (value: number | null) => string): ChoicesWith =>
  (current) =>
    [...new Set([...usual, current])]
      .sort((one, other) => (one ?? Number.POSITIVE_INFINITY) - (other ?? Number.POSITIVE_INFINITY))
      .map((value) => ({ value: String(value), label: label(value) }))

const minutesOfHour = 60
const hoursOfDay = 24

const span = (t: Translate, minutes: number): string => {
  if (minutes % minutesOfHour !== 0) return t('signInPolicy.minutes', { count: minutes })
  const hours = minutes / minutesOfHour
  if (hours % hoursOfDay !== 0) return t('signInPolicy.hours', { count: hours })
  return t('signInPolicy.days', { count: hours / hoursOfDay })
}

export const idleChoices = (t: Translate): ChoicesWith =>
  choicesOf([15, 30, 60, 240, 480, 1_440, 10_080, null], (minutes) =>
    minutes === null ? t('signInPolicy.usual') : span(t, minutes),
  )

export const absoluteChoices = (t: Translate): ChoicesWith =>
  choicesOf([8, 12, 24, 168, 720, 2_160, null], (hours) =>
    hours === null ? t('signInPolicy.never') : span(t, hours * minutesOfHour),
  )

export const lengthChoices = (t: Translate): ChoicesWith =>
  choicesOf([usualSignInPolicy.passwordLength, 10, 12, 14, 16, 20], (count) =>
    t('signInPolicy.characters', { count: count ?? usualSignInPolicy.passwordLength }),
  )
