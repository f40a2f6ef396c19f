import { type Operation, operation } from '#server/core/operation.ts'
import * as contracts from '#shared/operations/roles.ts'
import { assignRoles, listAssignments } from './assign-roles.ts'
import { createRole } from './create-role.ts'
import { deleteRole } from './delete-role.ts'
import { explain } from './explain.ts'
import { listRoles } from './list-roles.ts'
import { ownAccess } from './own-access.ts'
import { updateRole } from './update-role.ts'

export const roleOperations: readonly Operation[] = [
  operation(contracts.listRolesContract, async (cx) => ({ data: await listRoles(cx) })),
  operation(contracts.createRoleContract, async (cx, { body }) => ({
    data: await createRole(cx, body as contracts.NewRole),
  })),
  operation(contracts.updateRoleContract, async (cx, { params, body, ifMatch }) => ({
    data: await updateRole(cx, params.id!, body as contracts.RoleChange, ifMatch),
  })),
  operation(contracts.deleteRoleContract, (cx, { params }) => deleteRole(cx, params.id!)),
  operation(contracts.listAssignmentsContract, async (cx) => ({ data: await listAssignments(cx) })),
  operation(contracts.assignRolesContract, async (cx, { params, body }) => ({
    data: await assignRoles(cx, params.id!, (body as { roleIds: string[] }).roleIds),
  })),
  operation(contracts.ownAccessContract, async (cx) => ({ data: await ownAccess(cx) })),
  operation(contracts.explainContract, async (cx, { query }) => ({
    data: await explain(cx, query as { user?: string; object: string; id: string }),
  })),
]
