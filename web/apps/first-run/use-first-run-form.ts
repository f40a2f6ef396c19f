import { useState } from 'react'
import type { Language } from '#shared/language.ts'
import { readIdentifier } from '#web/data/identifier.ts'
import type { FirstRun } from '#web/data/session.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { browserPlace } from './browser-place.ts'

export const leastPassword = 8

interface Draft {
  readonly workspaceName: string
  readonly language: Language
  readonly timeZone: string
  readonly currency: string
  readonly name: string
  readonly identifier: string
  readonly password: string
  readonly demo: boolean
}

type Problems = {
  readonly [Name in 'workspaceName' | 'name' | 'identifier' | 'password']?: string | undefined
}

/** What is typed so far, prefilled from the browser, and what is wrong with it once it was sent. */
export function useFirstRunForm() {
  const { t, language } = useMessages()
  const [draft, setDraft] = useState<Draft>(() => ({
    workspaceName: '',
    ...browserPlace(),
    language,
    name: '',
    identifier: '',
    password: '',
    demo: true,
  }))
  const [sent, setSent] = useState(false)

  const identifier = readIdentifier(draft.identifier)
  const missing = (value: string, field: string) =>
    value.trim() === '' ? t('auth.missing', { field }) : undefined
  const found: Problems = {
    workspaceName: missing(draft.workspaceName, t('auth.workspaceName')),
    name: missing(draft.name, t('auth.name')),
    identifier:
      missing(draft.identifier, t('auth.identifier')) ??
      (identifier === undefined ? t('auth.invalidIdentifier') : undefined),
    password:
      [...draft.password].length < leastPassword
        ? t('auth.passwordHint', { least: leastPassword })
        : undefined,
  }

  return {
    draft,
    change: (part: Partial<Draft>) => setDraft((current) => ({ ...current, ...part })),
    problems: sent ? found : {},
    /** The input for the server; undefined where something is wrong, which `problems` then names. */
    check: (): FirstRun | undefined => {
      setSent(true)
      if (identifier === undefined || Object.values(found).some(Boolean)) return undefined
      const { identifier: _, ...rest } = draft
      return { ...rest, ...identifier }
    },
  }
}
