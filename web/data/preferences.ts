import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { keys } from './keys.ts'
import { type Preferences, writePreference } from './preference-writes.ts'
import { rememberedPreferences, rememberPreferences } from './remembered-preferences.ts'
import { request } from './request.ts'
import { useSession } from './use-session.ts'

/**
 * A preference of the signed-in member in this workspace, kept by the server under `key` (JSON, at most 64 kB) and the
 * same on every device. `fallback` stands in until one was set; give it a constant, so that it stays the same object.
 * Setting shows at once and is written behind; what the server refuses comes back as it was.
 */
export function usePreference<T>(key: string, fallback: T): [T, (next: T) => void] {
  const client = useQueryClient()
  const { user } = useSession()
  const { data } = useQuery({
    queryKey: keys.preferences,
    queryFn: async ({ signal }) => {
      const { data: answer } = await request<{ data: Preferences }>('GET', '/preferences', { signal })
      rememberPreferences(user.id, answer.data)
      return answer.data
    },
    staleTime: 5 * 60_000,
    initialData: () => rememberedPreferences(user.id),
    initialDataUpdatedAt: 0,
  })
  const set = useCallback(
    (next: T) => rememberPreferences(user.id, writePreference(client, key, next)),
    [client, key, user.id],
  )
  const found = data[key]
  return [found === undefined || found === null ? fallback : (found as T), set]
}
