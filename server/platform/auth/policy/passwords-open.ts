/**
 * SQL: whether the sign-in policy of a workspace lets a password open it.
 * @param workspaceId a column of the statement
 */
export const passwordsOpen = (workspaceId: string): string =>
  `coalesce((select (p.policy->>'password')::boolean from kith.sign_in_policy p where p.workspace_id = ${workspaceId}), true)`
