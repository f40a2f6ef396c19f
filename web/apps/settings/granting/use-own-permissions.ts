import { useSuspenseQuery } from '@tanstack/react-query'
import { beyond } from '#shared/access/beyond.ts'
import type { Permissions } from '#shared/access/permissions.ts'
import type { Role } from '#shared/operations/roles.ts'
import { useCatalogue } from '#web/data/index.ts'
import { keyedPermissions } from '#web/data/keyed-permissions.ts'
import { accessQuery } from '#web/data/use-may.ts'

/** What the person has themselves, by keys, and whether a role has no more than that: what is more is not theirs to give. */
export function useOwnPermissions() {
  const catalogue = useCatalogue()
  const own = keyedPermissions(useSuspenseQuery(accessQuery).data.permissions, catalogue)
  const within = ({ permissions }: { readonly permissions?: Permissions }): boolean =>
    permissions !== undefined &&
    beyond(keyedPermissions(permissions, catalogue), own, catalogue) === undefined
  return { own, mayGive: (role: Role) => within(role) }
}
