import { shippedRoles } from '#shared/access/shipped-roles.ts'
import type { Role } from '#shared/operations/roles.ts'

/** What somebody wrote of a role. What Kith says of its own is what their sentence says already. */
export function ownDescription({ key, description }: Role): string | undefined {
  const shipped = shippedRoles.find((role) => role.key === key)
  const said = description === '' || Object.values(shipped?.description ?? {}).includes(description)
  return said ? undefined : description
}
