import { Select as MantineSelect } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './select.module.css'
import { SelectSheet } from './select-sheet.tsx'
import { usePhone } from './use-phone.ts'

export interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
  /** A second line in grey. */
  readonly detail?: string
}

interface SelectProps<Value extends string> {
  readonly label?: string
  readonly description?: string
  readonly error?: ReactNode
  readonly choices: readonly Choice<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly searchable?: boolean
  readonly disabled?: boolean
  readonly required?: boolean
  readonly placeholder?: string
  /** Needed where no label stands above. */
  readonly 'aria-label'?: string
  readonly id?: string
}

/** One of several, with a tick at the current choice: a list that opens beneath, a sheet on a phone. */
export function Select<Value extends string>({ onChange, ...props }: SelectProps<Value>) {
  const phone = usePhone()
  const choose = (next: string | null) => {
    const choice = props.choices.find((candidate) => candidate.value === next)
    if (choice !== undefined) onChange(choice.value)
  }
  return phone ? <SelectSheet {...props} onChange={choose} /> : <SelectList {...props} onChange={choose} />
}

type SelectListProps = Omit<SelectProps<string>, 'onChange'> & {
  readonly onChange: (value: string | null) => void
}

function SelectList({ choices, ...rest }: SelectListProps) {
  const { t } = useMessages()
  const details = new Map(choices.map((choice) => [choice.value, choice.detail]))
  return (
    <MantineSelect
      {...rest}
      data={choices.map(({ value, label }) => ({ value, label }))}
      allowDeselect={false}
      nothingFoundMessage={t('design.nothingFound')}
      rightSection={<IconChevronDown aria-hidden />}
      rightSectionPointerEvents="none"
      maxDropdownHeight={280}
      renderOption={({ option, checked }) => (
        <>
          <span className={classes.label}>{option.label}</span>
          <span className={classes.detail}>{details.get(option.value)}</span>
          {checked && <IconCheck className={classes.tick} aria-hidden />}
        </>
      )}
    />
  )
}
