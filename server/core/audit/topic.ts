import type { Context } from '#server/core/context.ts'

/** What the topics begin with that tell of new entries; the workspace's id follows. */
export const auditTopic = 'audit:'

export const announceAudit = (cx: Pick<Context, 'workspace' | 'announce'>): void =>
  cx.announce(`${auditTopic}${cx.workspace.id}`)
