import { type Language, languages, negotiateLanguage } from '#shared/language.ts'

const storageKey = 'kith.language'

/** The language that this person chose on this device; undefined where none was chosen. */
export function chosenLanguage(): Language | undefined {
  const stored = localStorage.getItem(storageKey)
  return languages.find((language) => language === stored)
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(storageKey, language)
}

/** What a person chose goes before what the workspace speaks, and that before what the browser asks for. */
export function resolveLanguage(workspace: Language | undefined): Language {
  return chosenLanguage() ?? workspace ?? negotiateLanguage(navigator.languages.join(','))
}
