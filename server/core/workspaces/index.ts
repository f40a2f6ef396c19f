export { actorObject } from './actor-object.ts'
export { createWorkspace, type NewWorkspace } from './create-workspace.ts'
export type { Platform } from './platform.ts'
export type { Connections, Workspace } from './workspace.ts'
