import { IconChevronDown } from '@tabler/icons-react'
import { useMessages } from '#web/messages/use-messages.ts'
import type { PickerProps } from './picker.tsx'
import classes from './picker-sheet.module.css'

/** Of hundreds that are chosen these many are drawn. */
const most = 24

/** What a <label> of a form calls it; the mark of what is required is no part of that. */
const nameOf = (button: HTMLButtonElement): string | undefined =>
  button.labels[0]?.textContent?.replace(/[\s*]+$/, '')

/** `id` of the choices of a field. */
export const choicesOf = (id: string): string => `${id}-choices`

type PickerTriggerProps = Pick<
  PickerProps,
  'id' | 'label' | 'describedBy' | 'invalid' | 'chosen' | 'multiple' | 'placeholder' | 'lead'
> & { readonly opened: boolean; readonly onOpen: (name: string) => void }

/** What is chosen, as the field shows it; a touch opens the choices. */
export function PickerTrigger(props: PickerTriggerProps) {
  const { t } = useMessages()
  const { chosen, multiple } = props
  const led = Boolean(props.lead)
  return (
    <span className={classes.trigger} data-invalid={props.invalid || undefined} data-led={led || undefined}>
      <button
        type="button"
        role="combobox"
        id={props.id}
        aria-label={props.label}
        aria-describedby={props.describedBy}
        aria-haspopup="dialog"
        aria-expanded={props.opened}
        aria-controls={props.opened ? choicesOf(props.id) : undefined}
        aria-invalid={props.invalid || undefined}
        onClick={(event) => props.onOpen(nameOf(event.currentTarget) ?? t('fields.choices'))}
      >
        {chosen.length === 0 && <span className={classes.placeholder}>{props.placeholder ?? '\u00a0'}</span>}
        {chosen.slice(0, most).map((item) => (
          <span
            key={item.id}
            className={classes.value}
            data-pill={(multiple && item.node === undefined) || undefined}
          >
            {item.node ?? item.label}
          </span>
        ))}
        {chosen.length > most && <span>{t('fields.moreChosen', { count: chosen.length - most })}</span>}
      </button>
      {props.lead}
      <IconChevronDown aria-hidden />
    </span>
  )
}
