import { Combobox, InputBase, TextInput, useCombobox } from '@mantine/core'
import { IconChevronDown, IconSearch } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import { useMessages } from '#web/messages/use-messages.ts'
import { LateDialog } from './late-dialog.tsx'
import classes from './select-sheet.module.css'
import { SelectSheetOptions } from './select-sheet-options.tsx'

export interface SheetChoice {
  readonly value: string
  readonly label: string
  /** In grey, behind the label. */
  readonly detail?: string | undefined
  /** Before the label. */
  readonly lead?: ReactNode
  /** Stands above the first choice of its kind. */
  readonly group?: string
}

interface SelectSheetProps {
  readonly label?: string
  readonly description?: string
  readonly error?: ReactNode
  readonly choices: readonly SheetChoice[]
  readonly value: string | null
  readonly onChange: (value: string) => void
  readonly searchable?: boolean
  readonly disabled?: boolean
  readonly required?: boolean
  readonly placeholder?: string
  readonly 'aria-label'?: string
  readonly id?: string
}

/** Of an object of hundreds of fields so many are offered at once; typing finds the rest. */
const offered = 250

/** Those that are offered: the first, or, of very many, those about the present one. */
function near(choices: readonly SheetChoice[], value: string | null): readonly SheetChoice[] {
  const at = choices.findIndex((choice) => choice.value === value)
  const first = at < offered ? 0 : at - offered / 2
  return choices.slice(first, first + offered)
}

/** One of several for a thumb: what is chosen, and a sheet with all the choices. */
export function SelectSheet({ choices, value, onChange, searchable = false, ...props }: SelectSheetProps) {
  const { t } = useMessages()
  const ownId = useId()
  const [opened, setOpened] = useState(false)
  const [query, setQuery] = useState('')
  /** What a <label> that stands elsewhere calls it. */
  const [name, setName] = useState('')
  const combobox = useCombobox({ opened })
  const current = choices.find((choice) => choice.value === value)
  const wanted = query.trim().toLowerCase()
  const found = near(
    choices.filter(({ label }) => label.toLowerCase().includes(wanted)),
    value,
  )
  const close = () => {
    setOpened(false)
    setQuery('')
  }
  const title = props.label ?? props['aria-label'] ?? name
  return (
    <>
      <InputBase
        component="button"
        type="button"
        pointer
        id={props.id ?? ownId}
        label={props.label}
        description={props.description}
        error={props.error}
        withAsterisk={props.required ?? false}
        disabled={props.disabled ?? false}
        role="combobox"
        aria-label={props['aria-label']}
        aria-haspopup="dialog"
        aria-expanded={opened}
        aria-controls={opened ? `${ownId}-choices` : undefined}
        leftSection={current?.lead}
        rightSection={<IconChevronDown aria-hidden />}
        rightSectionPointerEvents="none"
        onClick={(event) => {
          setName(event.currentTarget.labels[0]?.textContent ?? '')
          setOpened(true)
        }}
      >
        <span className={classes.value} data-placeholder={current === undefined || undefined}>
          {current?.label ?? props.placeholder ?? '\u00a0'}
        </span>
      </InputBase>
      <LateDialog opened={opened} onClose={close} title={title}>
        <Combobox
          store={combobox}
          onOptionSubmit={(next) => {
            close()
            onChange(next)
          }}
        >
          <Combobox.EventsTarget withAriaAttributes={false}>
            <div id={`${ownId}-choices`}>
              {searchable && (
                <div className={classes.search}>
                  <TextInput
                    type="search"
                    enterKeyHint="search"
                    aria-label={t('design.search')}
                    placeholder={t('design.search')}
                    leftSection={<IconSearch aria-hidden />}
                    value={query}
                    onChange={(event) => setQuery(event.currentTarget.value)}
                  />
                </div>
              )}
              <SelectSheetOptions
                store={combobox}
                label={title}
                choices={found}
                value={value}
                searched={wanted !== ''}
              />
            </div>
          </Combobox.EventsTarget>
        </Combobox>
      </LateDialog>
    </>
  )
}
