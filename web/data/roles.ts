import type { NewRole, Role, RoleChange } from '#shared/operations/roles.ts'
import { request } from './request.ts'

export interface Assignment {
  readonly userId: string
  readonly roleIds: readonly string[]
}

export async function listRoles(signal?: AbortSignal): Promise<readonly Role[]> {
  return (await request<{ data: readonly Role[] }>('GET', '/roles', { signal })).data.data
}

export async function createRole(input: NewRole): Promise<Role> {
  return (await request<{ data: Role }>('POST', '/roles', { body: input })).data.data
}

/** @throws ApiError `version_conflict` where the role is no longer at `version` */
export async function updateRole(id: string, change: RoleChange, version: number): Promise<Role> {
  const headers = { 'If-Match': String(version) }
  return (await request<{ data: Role }>('PATCH', `/roles/${id}`, { body: change, headers })).data.data
}

export async function deleteRole(id: string): Promise<void> {
  await request('DELETE', `/roles/${id}`)
}

/** Who bears which roles; of members who have none, nothing. */
export async function listAssignments(signal?: AbortSignal): Promise<readonly Assignment[]> {
  const answer = await request<{ data: readonly Assignment[] }>('GET', '/role-assignments', { signal })
  return answer.data.data
}

/** Gives a member these roles in place of those they have. */
export async function assignRoles({ userId, roleIds }: Assignment): Promise<void> {
  await request('PUT', `/role-assignments/${userId}`, { body: { roleIds } })
}
