import type { QueryClient } from '@tanstack/react-query'
import { keys } from './keys.ts'
import { request } from './request.ts'
import { viewedAs } from './view-as.ts'

/** All preferences of a member by key. */
export type Preferences = Readonly<Record<string, unknown>>

const waiting = new Map<string, unknown>()
let writing = false

/** Whether something that was set is still on its way: what the server says now is older. */
export const preferencesAreWritten = (): boolean => !writing

/**
 * Shows a preference at once and writes it behind. What is set again before it was sent replaces it, so that a
 * dragged edge makes one request, not a hundred.
 * What is set while looking with another's eyes holds for the page alone.
 * @returns all preferences as they are now
 */
export function writePreference(client: QueryClient, key: string, value: unknown): Preferences {
  void client.cancelQueries({ queryKey: keys.preferences })
  const next = { ...client.getQueryData<Preferences>(keys.preferences), [key]: value }
  client.setQueryData<Preferences>(keys.preferences, next)
  if (viewedAs() !== undefined) return next
  waiting.set(key, value)
  if (!writing) void writeWaiting(client)
  return next
}

async function writeWaiting(client: QueryClient): Promise<void> {
  writing = true
  for (let [first] = waiting; first !== undefined; [first] = waiting) {
    const [key, value] = first
    waiting.delete(key)
    // A refusal shows by itself: what is asked for afterwards is what the server kept.
    const path = `/preferences/${encodeURIComponent(key)}`
    const sent = value === undefined ? request('DELETE', path) : request('PUT', path, { body: value })
    await sent.catch(() => {})
  }
  writing = false
  await client.invalidateQueries({ queryKey: keys.preferences })
}
