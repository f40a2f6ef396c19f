import { Rating } from '@mantine/core'
import '@mantine/core/styles/Rating.layer.css'
import { useMessages } from '#web/messages/use-messages.ts'
import type { EditorProps, FieldView, FilterInputProps, ValueProps } from './field-view.ts'

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
  return (
    <Rating
      id={props.id}
      aria-label={props.label}
      count={most(props.field)}
      size="sm"
      color="var(--amber-dot)"
      value={Number(props.value ?? 0)}
      onChange={(stars) => {
        // The same star again takes the rating back.
        const next = stars === props.value ? null : stars
        props.onChange(next)
        props.onCommit?.(next)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && props.onCancel !== undefined) {
          event.stopPropagation()
          props.onCancel()
        }
      }}
    />
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
