import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import type { Language } from '#shared/language.ts'
import { type FirstMessages, loadMessages } from './catalogue.ts'
import { followFurther, furtherText } from './further.ts'
import { chosenLanguage, rememberLanguage } from './language-choice.ts'
import { translator } from './translate.ts'
import { MessagesContext, type MessagesInUse } from './use-messages.ts'

interface Loaded {
  readonly language: Language
  readonly messages: FirstMessages
}

/** Gives the texts of the current language to everything below; `initial` is loaded before the first paint. */
export function MessagesProvider({ initial, children }: { initial: Loaded; children: ReactNode }) {
  const [loaded, setLoaded] = useState(initial)

  const load = useCallback(async (language: Language) => {
    const [messages] = await Promise.all([loadMessages[language](), followFurther(language)])
    // The same again would draw the whole page anew.
    setLoaded((old) => (old.messages === messages ? old : { language, messages }))
  }, [])

  const setLanguage = useCallback(
    (language: Language) => {
      rememberLanguage(language)
      return load(language)
    },
    [load],
  )

  const followWorkspace = useCallback(
    (language: Language) => {
      if (chosenLanguage() === undefined) void load(language)
    },
    [load],
  )

  const { language, messages } = loaded
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])

  const value = useMemo<MessagesInUse>(
    () => ({
      t: translator(messages, language, (key) => furtherText(language, key)),
      language,
      label: (label) => label?.[language] ?? Object.values(label ?? {})[0] ?? '',
      setLanguage,
      followWorkspace,
    }),
    [messages, language, setLanguage, followWorkspace],
  )
  return <MessagesContext value={value}>{children}</MessagesContext>
}
