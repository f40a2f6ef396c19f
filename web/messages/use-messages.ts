import { createContext, useContext } from 'react'
import type { Label, Language } from '#shared/language.ts'
import type { Translate } from './translate.ts'

export interface MessagesInUse {
  readonly t: Translate
  readonly language: Language
  /** The text of a label of the metadata; its first other language where this one is missing. */
  readonly label: (label: Partial<Label> | undefined) => string
  /** Loads the language and switches to it; remembered on this device. */
  readonly setLanguage: (language: Language) => Promise<void>
  /** Follows the workspace's language unless the person chose one. */
  readonly followWorkspace: (language: Language) => void
}

export const MessagesContext = createContext<MessagesInUse | undefined>(undefined)

export function useMessages(): MessagesInUse {
  const messages = useContext(MessagesContext)
  if (messages === undefined) throw new Error('useMessages needs a MessagesProvider above')
  return messages
}
