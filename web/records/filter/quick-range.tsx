import type { Field } from '#shared/metadata/catalogue.ts'
import { fieldViews } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './filter-sheet.module.css'

interface QuickRangeProps {
  readonly field: Field
  readonly least: unknown
  readonly most: unknown
  readonly onLeast: (value: unknown) => void
  readonly onMost: (value: unknown) => void
}

/** Two bounds of an amount, typed as people type amounts: 50万. */
export function QuickRange({ field, least, most, onLeast, onMost }: QuickRangeProps) {
  const { t, label } = useMessages()
  const { FilterInput } = fieldViews[field.type]
  const name = label(field.label)
  const bound = (words: string, value: unknown, onChange: (value: unknown) => void) => (
    <span className={classes.bound}>
      <span className={classes.boundName} aria-hidden>
        {words}
      </span>
      <FilterInput field={field} value={value} many={false} label={`${name} ${words}`} onChange={onChange} />
    </span>
  )
  return (
    <fieldset className={classes.block}>
      <legend className={classes.legend}>{name}</legend>
      <div className={classes.range}>
        {bound(t('views.atLeast'), least, onLeast)}
        <span className={classes.to}>{t('views.to')}</span>
        {bound(t('views.atMost'), most, onMost)}
      </div>
    </fieldset>
  )
}
