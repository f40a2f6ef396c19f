import { IconArrowRight } from '@tabler/icons-react'
import { useMessages } from '#web/messages/use-messages.ts'
import { ChangedValue } from './changed-value.tsx'
import classes from './changed-values.module.css'
import type { KnownChange } from './entry-words.ts'

interface ChangedValuesProps {
  readonly changes: readonly KnownChange[]
  readonly names: Readonly<Record<string, string>> | undefined
  /** Whether each field is named: of a single one the line above does. */
  readonly named: boolean
}

/** What each field was, and what it became. */
export function ChangedValues({ changes, names, named }: ChangedValuesProps) {
  const { t, label } = useMessages()
  return (
    <dl className={classes.changes}>
      {changes.map(({ field, before, after }) => (
        <div key={field.key} className={classes.change}>
          <dt className={named ? classes.field : classes.unseen}>{label(field.label)}</dt>
          <dd className={classes.values}>
            <span className={classes.value}>
              <ChangedValue field={field} value={before} names={names} after={false} />
            </span>
            <IconArrowRight size={14} role="img" aria-label={t('records.became')} />
            <span className={classes.value}>
              <ChangedValue field={field} value={after} names={names} after />
            </span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
