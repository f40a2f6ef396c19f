import { useEffect, useRef, useState } from 'react'
import { ApiError } from '#web/data/index.ts'
import { sendFile } from './send-file.ts'

/** Sends one file after another; `part` (0…1) of it has gone, undefined while none is on its way. */
export function useSendFile(listeners: {
  readonly onSent: (id: string) => void
  readonly onRefused: (reason: string) => void
}) {
  const [part, setPart] = useState<number>()
  const stop = useRef<AbortController | null>(null)
  useEffect(() => () => stop.current?.abort(), [])
  const send = async (file: File) => {
    stop.current?.abort()
    const mine = new AbortController()
    stop.current = mine
    setPart(0)
    try {
      listeners.onSent(await sendFile(file, setPart, mine.signal))
    } catch (error) {
      if (!mine.signal.aborted) listeners.onRefused(error instanceof ApiError ? error.detail : String(error))
    } finally {
      if (stop.current === mine) setPart(undefined)
    }
  }
  return { part, send, cancel: () => stop.current?.abort() }
}
