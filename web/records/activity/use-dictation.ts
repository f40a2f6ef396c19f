import { useCallback, useEffect, useRef, useState } from 'react'
import type { Language } from '#shared/language.ts'

/** The part of the browser's SpeechRecognition that is used here; its types are in no library yet. */
interface Recognition {
  lang: string
  continuous: boolean
  interimResults: boolean
  onresult: ((event: RecognitionEvent) => void) | null
  onend: (() => void) | null
  start(): void
  stop(): void
}
interface RecognitionEvent {
  readonly resultIndex: number
  readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }> & { readonly isFinal: boolean }>
}

function recognitionOf(): (new () => Recognition) | undefined {
  const found: unknown =
    Reflect.get(window, 'SpeechRecognition') ?? Reflect.get(window, 'webkitSpeechRecognition')
  return typeof found === 'function' ? (found as new () => Recognition) : undefined
}

/**
 * Writes down what is said. `toggle` is undefined in browsers that cannot.
 * @param onWords receives each piece of speech once it is settled
 */
export function useDictation(language: Language, onWords: (words: string) => void) {
  const [listening, setListening] = useState(false)
  const running = useRef<Recognition | null>(null)
  const latest = useRef(onWords)
  latest.current = onWords
  const toggle = useCallback(() => {
    if (running.current !== null) {
      running.current.stop()
      return
    }
    const Recognizer = recognitionOf()
    if (Recognizer === undefined) return
    const recognition = new Recognizer()
    recognition.lang = language
    recognition.continuous = true
    recognition.interimResults = false
    recognition.onresult = ({ results, resultIndex }) => {
      for (let index = resultIndex; index < results.length; index++) {
        const words = results[index]?.isFinal ? results[index]?.[0]?.transcript : undefined
        if (words !== undefined) latest.current(words)
      }
    }
    recognition.onend = () => {
      running.current = null
      setListening(false)
    }
    recognition.start()
    running.current = recognition
    setListening(true)
  }, [language])
  useEffect(() => () => running.current?.stop(), [])
  return { listening, toggle: recognitionOf() === undefined ? undefined : toggle }
}
