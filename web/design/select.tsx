import { Select as MantineSelect } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './select.module.css'

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

/** One of several: a list that opens beneath, with a tick at the current choice. */
export function Select<Value extends string>({ choices, value, onChange, ...rest }: SelectProps<Value>) {
  const { t } = useMessages()
  const details = new Map(choices.map((choice) => [choice.value as string, choice.detail]))
  return (
    <MantineSelect
      {...rest}
      data={choices.map(({ value, label }) => ({ value, label }))}
      value={value}
      onChange={(next) => {
        const choice = choices.find((candidate) => candidate.value === next)
        if (choice !== undefined) onChange(choice.value)
      }}
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
