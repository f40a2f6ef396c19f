import type { Catalogue } from '#shared/metadata/catalogue.ts'
import type { AuditEntry } from '#web/data/audit.ts'
import type { MessagesInUse } from '#web/messages/use-messages.ts'

/** What an entry tells of beside its kind: `客户 · 1,200 条`, `客户 · industry`. */
export function aboutWhat(
  { t, label, language }: Pick<MessagesInUse, 't' | 'label' | 'language'>,
  catalogue: Catalogue,
  { object: name, count, details }: AuditEntry,
): string {
  const object = name === null ? undefined : catalogue.find(name)
  const field = typeof details.field === 'string' ? details.field : undefined
  const named = object?.fieldByName.get(field ?? '')?.label
  return [
    object === undefined ? name : label(object.label),
    named === undefined ? field : label(named),
    count === null ? undefined : t('audit.records', { count: count.toLocaleString(language) }),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** From where: `203.0.113.7 · Chrome · Windows`. */
export const fromWhere = ({ address, details }: AuditEntry): string =>
  [address, details.device].filter((part) => typeof part === 'string').join(' · ')
