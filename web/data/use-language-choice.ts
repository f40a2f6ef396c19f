import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { type Language, languages } from '#shared/language.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { usePreference } from './preferences.ts'

/** Chooses the language of the person: of this page at once, and of every other device. */
export function useLanguageChoice(): (next: Language) => void {
  const { setLanguage } = useMessages()
  const [, setPreference] = usePreference<Language | undefined>('language', undefined)
  return (next) => {
    setPreference(next)
    void setLanguage(next)
  }
}

/** Follows what the person chose, here or on another device. Once, in the frame. */
export function useFollowLanguage(): void {
  const { setLanguage, language } = useMessages()
  const client = useQueryClient()
  const answered = useRef(language)
  useEffect(() => {
    if (answered.current === language) return
    answered.current = language
    // What the server words itself, as the names of shipped views. Only once the page names its new language to the server.
    queueMicrotask(() => void client.invalidateQueries({ queryKey: ['views'] }))
  }, [client, language])
  const [preferred] = usePreference<Language | undefined>('language', undefined)
  useEffect(() => {
    if (preferred === undefined || !languages.includes(preferred)) return
    if (preferred !== document.documentElement.lang) void setLanguage(preferred)
  }, [preferred, setLanguage])
}
