import { useMutation, useQueryClient } from '@tanstack/react-query'
import { keys } from './keys.ts'
import { changeProfile } from './profile.ts'
import { patchCached } from './record-cache.ts'
import type { Session } from './session.ts'
import { useSession } from './use-session.ts'

/** Changes the signed-in member's own record; a new name shows wherever a page names the member. */
export function useChangeOwnRecord() {
  const client = useQueryClient()
  const { user } = useSession()
  return useMutation({
    mutationFn: changeProfile,
    onSuccess: (saved) => {
      patchCached(client, 'user', user.id, saved)
      const name = String(saved.name)
      client.setQueryData<Session>(keys.session, (old) => old && { ...old, user: { ...old.user, name } })
      // Names stand beside other records too, and days may be counted in another zone.
      void client.invalidateQueries({ queryKey: ['records'] })
      void client.invalidateQueries({ queryKey: keys.members })
    },
  })
}
