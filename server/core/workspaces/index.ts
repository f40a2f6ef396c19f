export { actorObject } from './actor-object.ts'
export {
  createWorkspace,
  type NewWorkspace,
  newSchemaName,
  workspaceMigrations,
} from './create-workspace.ts'
export { whileCreating } from './creation-lock.ts'
export { connectAsOwner } from './open-workspace.ts'
export type { Platform } from './platform.ts'
export { WorkspaceRegistry } from './registry.ts'
export { changingRoles, createSchema, dropSchema, roleOf } from './roles.ts'
export { updateSettings } from './update-settings.ts'
export type { Connections, Workspace } from './workspace.ts'
