import { useCallback, useState } from 'react'
import type { Permissions } from '#shared/access/permissions.ts'
import type { Role } from '#shared/operations/roles.ts'
import { ApiError, useCatalogue } from '#web/data/index.ts'
import { keyedPermissions, namedPermissions } from '#web/data/keyed-permissions.ts'
import { listRoles } from '#web/data/roles.ts'
import { useRoleChanges } from '#web/data/use-roles.ts'
import { changesBetween, type PermissionChange, withChanges } from './permission-changes.ts'

/** A role as its administrator found it, by keys. */
interface Ground {
  readonly version: number
  readonly permissions: Permissions
}

/** What two people changed at once: since the role was opened here. */
export interface Conflict {
  readonly latest: Ground
  readonly theirs: readonly PermissionChange[]
}

export type OpenRole = Role & { readonly permissions: Permissions }

/** The permissions of a role while they are being changed: nothing is kept until they are saved as a whole. */
export function useRoleDraft(role: OpenRole, onSaved: () => void) {
  const catalogue = useCatalogue()
  const { update } = useRoleChanges()
  const found = (of: OpenRole): Ground => ({
    version: of.version,
    permissions: keyedPermissions(of.permissions, catalogue),
  })
  const [ground, setGround] = useState(() => found(role))
  const [permissions, setPermissions] = useState(ground.permissions)
  const [conflict, setConflict] = useState<Conflict>()
  const changes = changesBetween(ground.permissions, permissions)

  // What others saved shows at once where nothing was changed here; else the save meets it.
  if (role.version > ground.version) {
    const next = found(role)
    if (changes.length === 0) {
      setGround(next)
      setPermissions(next.permissions)
    } else if (changesBetween(ground.permissions, next.permissions).length === 0) setGround(next)
  }

  const lay = (next: Ground, draft: Permissions) => {
    setGround(next)
    setPermissions(draft)
    setConflict(undefined)
  }
  const save = () =>
    update.mutate(
      {
        id: role.id,
        change: { permissions: namedPermissions(permissions, catalogue) },
        version: ground.version,
      },
      {
        onSuccess: (saved) => {
          lay({ version: saved.version, permissions }, permissions)
          onSaved()
        },
        onError: async (error) => {
          if (!(error instanceof ApiError) || error.code !== 'version_conflict') return
          const now = (await listRoles()).find(({ id }) => id === role.id)
          if (now?.permissions === undefined) return
          const latest = found({ ...now, permissions: now.permissions })
          setConflict({ latest, theirs: changesBetween(ground.permissions, latest.permissions) })
          update.reset()
        },
      },
    )
  return {
    permissions,
    changes,
    conflict,
    saving: update.isPending,
    error: update.error,
    change: useCallback(
      (next: (before: Permissions) => Permissions) => setPermissions((before) => next(before)),
      [],
    ),
    discard: () => {
      update.reset()
      setPermissions(ground.permissions)
    },
    save,
    /** Their changes with one's own upon them, to be looked at and saved. */
    join: (met: Conflict) => lay(met.latest, withChanges(met.latest.permissions, changes)),
    takeTheirs: (met: Conflict) => lay(met.latest, met.latest.permissions),
    leaveConflict: () => setConflict(undefined),
  }
}
