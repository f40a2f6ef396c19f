/** Topic of the notices that a workspace's change log grew. */
export const changesTopic = (workspaceId: string): string => `changes:${workspaceId}`
