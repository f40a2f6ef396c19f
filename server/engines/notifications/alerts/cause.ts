import type { AlertRule, Notification } from '#shared/operations/notifications.ts'
import { alertRules } from '#shared/operations/notifications.ts'

/** What an alert follows from: one entry of the audit log is told of once by each rule. */
export const causeOf = (entryId: string, rule: AlertRule): string => `audit ${entryId} ${rule}`

export function alertIn(cause: string): Notification['alert'] {
  const [, entryId = '', name] = cause.split(' ')
  const rule = alertRules.find((known) => known === name)
  return rule === undefined ? null : { rule, entryId }
}
