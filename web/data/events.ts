import type { QueryClient } from '@tanstack/react-query'
import { keys } from './keys.ts'
import { address } from './request.ts'

/** What is read of an entry of the change log. */
interface ChangeEvent {
  readonly object: string
  /** Of a link: the record whose list this one entered or left. */
  readonly link?: { readonly object: string }
}

export type ServerEventName = 'change' | 'metadata' | 'notification' | 'presence' | 'views' | 'preferences'

const listeners = new Map<ServerEventName, Set<(data: unknown) => void>>()

/**
 * Calls back with the parsed data of each event of that name on `GET /events`.
 * @returns stops listening
 */
export function onServerEvent(name: ServerEventName, listener: (data: unknown) => void): () => void {
  const those = listeners.get(name) ?? new Set()
  listeners.set(name, those.add(listener))
  return () => those.delete(listener)
}

const heard = (event: MessageEvent<string>): void => {
  const data: unknown = JSON.parse(event.data)
  for (const listener of listeners.get(event.type as ServerEventName) ?? []) listener(data)
}

const calm = 250

/**
 * Follows `GET /events`. News of one burst are gathered and each object is asked for once; a gap (sleep, restart)
 * makes everything in view stale, since what was missed is unknown.
 * @returns stops following
 */
export function followEvents(client: QueryClient): () => void {
  const source = new EventSource(address('/events'))
  const touched = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let interrupted = false

  const flush = () => {
    timer = undefined
    for (const object of touched) void client.invalidateQueries({ queryKey: keys.object(object) })
    touched.clear()
  }
  const note = (event: MessageEvent<string>) => {
    const { object, link }: ChangeEvent = JSON.parse(event.data)
    touched.add(object)
    if (link !== undefined) touched.add(link.object)
    timer ??= setTimeout(flush, calm)
  }
  const noteMetadata = () => {
    void client.invalidateQueries({ queryKey: keys.catalogue })
    void client.invalidateQueries({ queryKey: keys.settings })
  }

  for (const name of ['change', 'metadata', 'notification', 'presence', 'views', 'preferences']) {
    source.addEventListener(name, heard)
  }
  source.addEventListener('change', note)
  source.addEventListener('metadata', noteMetadata)
  source.addEventListener('error', () => {
    interrupted = true
  })
  source.addEventListener('open', () => {
    if (interrupted) void client.invalidateQueries({ queryKey: ['records'] })
    interrupted = false
  })
  return () => {
    clearTimeout(timer)
    source.close()
  }
}
