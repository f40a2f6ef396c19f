import type { QueryClient } from '@tanstack/react-query'
import { keys } from './keys.ts'
import { address } from './request.ts'

/** What the stream says of one change: which object, and which records of it. */
interface ChangeEvent {
  readonly object?: string
  readonly recordId?: string
  readonly id?: string
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
    for (const object of objectsOf(event.data)) touched.add(object)
    if (touched.size > 0) timer ??= setTimeout(flush, calm)
  }
  const noteMetadata = () => {
    void client.invalidateQueries({ queryKey: keys.catalogue })
    void client.invalidateQueries({ queryKey: keys.settings })
  }

  source.addEventListener('message', note)
  source.addEventListener('change', note)
  source.addEventListener('changes', note)
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

function objectsOf(text: string): string[] {
  try {
    const parsed: unknown = JSON.parse(text)
    const wrapped = typeof parsed === 'object' && parsed !== null && 'data' in parsed ? parsed.data : parsed
    const events: ChangeEvent[] = Array.isArray(wrapped) ? wrapped : [wrapped]
    return events.flatMap(({ object }) => (typeof object === 'string' ? [object] : []))
  } catch {
    return []
  }
}
