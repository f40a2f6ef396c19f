import { Switch } from '@mantine/core'
import { IconCheck, IconMinus } from '@tabler/icons-react'
import { useMessages } from '#web/messages/use-messages.ts'
import type { EditorProps, FieldView, ValueProps } from './field-view.ts'
import classes from './fields.module.css'
import { NoFilter } from './no-filter.tsx'

function YesOrNo({ value }: ValueProps) {
  const { t } = useMessages()
  const Icon = value === true ? IconCheck : IconMinus
  return (
    <span className={classes.withIcon}>
      <Icon size={14} aria-hidden className={classes.icon} />
      {value === true ? t('fields.yes') : t('fields.no')}
    </span>
  )
}

/** A switch has nothing to type: turning it saves. */
function BooleanEditor(props: EditorProps) {
  const { t } = useMessages()
  return (
    <Switch
      id={props.id}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      checked={props.value === true}
      label={props.value === true ? t('fields.yes') : t('fields.no')}
      autoFocus={props.autoFocus ?? false}
      onChange={(event) => {
        props.onChange(event.currentTarget.checked)
        props.onCommit?.(event.currentTarget.checked)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && props.onCancel !== undefined) {
          event.stopPropagation()
          props.onCancel()
        }
      }}
      onBlur={() => props.onCancel?.()}
    />
  )
}

export const boolean: FieldView = {
  Cell: YesOrNo,
  Display: YesOrNo,
  Editor: BooleanEditor,
  FilterInput: NoFilter,
}
