import { Rating } from '@mantine/core'
import '@mantine/core/styles/Rating.layer.css'
import { useMessages } from '#web/messages/use-messages.ts'
import type { EditorProps, FieldView, FilterInputProps, ValueProps } from './field-view.ts'
import classes from './fields.module.css'

const most = (field: ValueProps['field']) => field.max ?? 5

function Stars({ field, value }: ValueProps) {
  const { t } = useMessages()
  return (
    <span role="img" aria-label={t('fields.ofMost', { value: String(value), most: most(field) })}>
      <Rating
        value={Number(value)}
        count={most(field)}
        size="xs"
        color="var(--amber-dot)"
        readOnly
        aria-hidden
        inert
      />
    </span>
  )
}

function RatingEditor(props: EditorProps) {
  const set = (next: number | null) => {
    props.onChange(next)
    props.onCommit?.(next)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the stars within take the keys
    <span
      className={classes.stars}
      onKeyDown={(event) => {
        if (!/^\d$/.test(event.key) || event.metaKey || event.ctrlKey || event.altKey) return
        const stars = Number(event.key)
        if (stars > most(props.field)) return
        event.preventDefault()
        set(stars === 0 ? null : stars)
      }}
    >
      <Rating
        id={props.id}
        aria-label={props.label}
        count={most(props.field)}
        size="sm"
        color="var(--amber-dot)"
        value={Number(props.value ?? 0)}
        onChange={(stars) => {
          // The same star again takes the rating back.
          set(stars === props.value ? null : stars)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && props.onCancel !== undefined) {
            event.stopPropagation()
            props.onCancel()
          }
        }}
      />
    </span>
  )
}

function RatingFilter({ field, value, onChange, label }: FilterInputProps) {
  return (
    <Rating
      aria-label={label}
      color="var(--amber-dot)"
      count={most(field)}
      value={Number(value ?? 0)}
      onChange={onChange}
    />
  )
}

export const rating: FieldView = {
  Cell: Stars,
  Display: Stars,
  Editor: RatingEditor,
  FilterInput: RatingFilter,
}
