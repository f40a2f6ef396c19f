import { Combobox, type ComboboxOptionsProps } from '@mantine/core'
import { IconCheck, IconPlus } from '@tabler/icons-react'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './picker.module.css'
import type { PickerProps } from './picker.tsx'

/** The key of the choice that makes a new one. */
export const createKey = ' create'

type PickerOptionsProps = Pick<
  PickerProps,
  'items' | 'chosen' | 'query' | 'onCreate' | 'createLabel' | 'loading' | 'label'
> &
  Pick<ComboboxOptionsProps, 'mah' | 'className'> & { readonly listId?: string }

/** What can be chosen, with a tick at what is; and what was typed, to be made. */
export function PickerOptions(props: PickerOptionsProps) {
  const { t } = useMessages()
  const { items, chosen } = props
  const query = props.query.trim()
  const taken = new Set(chosen.map((item) => item.id))
  const exact = items.some((item) => item.label.toLowerCase() === query.toLowerCase())
  // Not before it is known that there is none of that name.
  const creates = props.onCreate !== undefined && props.loading !== true && query !== '' && !exact
  return (
    <Combobox.Options
      {...(props.mah !== undefined && { mah: props.mah })}
      {...(props.listId !== undefined && { id: props.listId })}
      // What scrolls must be reached by keys, also before the input knows its list.
      tabIndex={0}
      className={props.className ?? ''}
      aria-label={props.label ?? t('fields.choices')}
      aria-busy={props.loading === true}
    >
      {items.map((item) => (
        <Combobox.Option key={item.id} value={item.id} active={taken.has(item.id)}>
          <span className={classes.option}>
            <span className={classes.optionText}>
              {item.node ?? item.label}
              {item.second !== undefined && item.second !== '' && <small>{item.second}</small>}
            </span>
            {taken.has(item.id) && <IconCheck size={14} aria-hidden />}
          </span>
        </Combobox.Option>
      ))}
      {creates && (
        <Combobox.Option value={createKey}>
          <span className={classes.option}>
            <IconPlus size={14} aria-hidden />
            <span className={classes.optionText}>
              {props.createLabel?.(query) ?? t('fields.createNamed', { name: query })}
            </span>
          </span>
        </Combobox.Option>
      )}
      {items.length === 0 && !creates && (
        <Combobox.Empty>
          {props.loading === true ? t('design.loading') : t('design.nothingFound')}
        </Combobox.Empty>
      )}
    </Combobox.Options>
  )
}
