import { useState } from 'react'
import { useMessages } from '#web/messages/use-messages.ts'
import { meantEmail } from './email-slip.ts'
import type { EditorProps } from './field-view.ts'
import classes from './fields.module.css'
import { TypedInput } from './typed-input.tsx'

/** Takes what is typed, and asks about names of providers that are a slip away from a known one. */
export function EmailEditor(props: EditorProps) {
  const { t } = useMessages()
  const [typed, setTyped] = useState(typeof props.value === 'string' ? props.value : '')
  const meant = meantEmail(typed)
  const change = (value: unknown) => {
    setTyped(typeof value === 'string' ? value : '')
    props.onChange(value)
  }
  return (
    <TypedInput
      {...props}
      onChange={change}
      value={typed === '' ? null : typed}
      editText={String}
      inputMode="email"
      advice={
        meant !== undefined && (
          <span className={classes.advice} role="status">
            {t('fields.didYouMean')}
            <button
              type="button"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => change(meant)}
            >
              {meant}
            </button>
          </span>
        )
      }
    />
  )
}
