import type { Catalogue } from '#shared/metadata/catalogue.ts'
import { useCatalogue } from '#web/data/index.ts'
import { Tag } from '#web/design/tag.tsx'
import { fieldViews, isBlank } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './changed-values.module.css'
import type { KnownChange } from './entry-words.ts'

interface ChangedValueProps {
  readonly field: KnownChange['field']
  readonly value: unknown
  readonly names: Readonly<Record<string, string>> | undefined
  /** Of two values the later one. */
  readonly after: boolean
}

/** One side of a change. */
export function ChangedValue({ field, value, names, after }: ChangedValueProps) {
  const { t } = useMessages()
  const catalogue = useCatalogue()
  if (isBlank(value)) return <span className={classes.blank}>{t('fields.notFilled')}</span>
  const name = typeof value === 'string' ? names?.[value] : undefined
  if (field.to === 'stage' && name !== undefined) return <Tag color={after ? 'amber' : 'purple'}>{name}</Tag>
  const { Cell } = fieldViews[field.type]
  const known = name === undefined ? {} : { [field.name]: namedRecord(catalogue, field, String(value), name) }
  return <Cell field={field} value={value} record={{ id: '', version: 0, ...known }} />
}

/** The record as far as its name needs it: no further request is made for it. */
function namedRecord(catalogue: Catalogue, field: KnownChange['field'], id: string, name: string) {
  const target = catalogue.find(field.type === 'user' ? 'user' : (field.to ?? ''))
  return { id, version: 0, [target?.titleField.wire ?? 'name']: name }
}
