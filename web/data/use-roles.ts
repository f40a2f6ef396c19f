import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Role, RoleChange } from '#shared/operations/roles.ts'
import { keys } from './keys.ts'
import { assignRoles, createRole, deleteRole, listAssignments, listRoles, updateRole } from './roles.ts'

export const rolesQuery = queryOptions({
  queryKey: keys.roles,
  queryFn: ({ signal }) => listRoles(signal),
})

export const assignmentsQuery = queryOptions({
  queryKey: keys.roleAssignments,
  queryFn: ({ signal }) => listAssignments(signal),
})

/** Makes, changes and takes away roles; lists follow at once. */
export function useRoleChanges() {
  const client = useQueryClient()
  const put = (role: Role) =>
    client.setQueryData(rolesQuery.queryKey, (roles) =>
      roles?.some(({ id }) => id === role.id)
        ? roles.map((one) => (one.id === role.id ? role : one))
        : roles && [...roles, role],
    )
  const create = useMutation({ mutationFn: createRole, onSuccess: put })
  const update = useMutation({
    mutationFn: ({ id, change, version }: { id: string; change: RoleChange; version: number }) =>
      updateRole(id, change, version),
    onSuccess: put,
  })
  const remove = useMutation({
    mutationFn: deleteRole,
    onSuccess: (_answer, gone) =>
      client.setQueryData(rolesQuery.queryKey, (roles) => roles?.filter(({ id }) => id !== gone)),
  })
  return { create, update, remove }
}

export function useAssignRoles() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: assignRoles,
    // Of the roles, too: they say how many bear them.
    onSuccess: () => client.invalidateQueries({ queryKey: keys.roles }),
  })
}
