import { Combobox, type useCombobox } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './select-sheet.module.css'
import type { SheetChoice } from './select-sheet.tsx'

interface SelectSheetOptionsProps {
  readonly store: ReturnType<typeof useCombobox>
  readonly label: string
  readonly choices: readonly SheetChoice[]
  readonly value: string | null
  readonly searched: boolean
}

/** The choices of a sheet; it begins at the present one, a search at the first that it finds. */
export function SelectSheetOptions({ store, label, choices, value, searched }: SelectSheetOptionsProps) {
  const { t } = useMessages()
  const first = choices[0]?.value
  const list = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store is a new object at every render
  useEffect(() => {
    if (searched) store.selectFirstOption()
    else {
      store.updateSelectedOptionIndex('active')
      // In the middle, so that it is seen that there are others on either side.
      list.current?.querySelector('[data-combobox-active]')?.scrollIntoView({ block: 'center' })
    }
  }, [searched, first])
  const groups = [...Map.groupBy(choices, ({ group }) => group ?? '')]
  return (
    <Combobox.Options
      ref={list}
      className={classes.options ?? ''}
      tabIndex={0}
      data-autofocus
      aria-label={label}
    >
      {groups.map(([group, some]) => {
        const options = some.map((choice) => (
          <Combobox.Option key={choice.value} value={choice.value} active={choice.value === value}>
            {choice.lead}
            <span className={classes.label}>{choice.label}</span>
            <span className={classes.detail}>{choice.detail}</span>
            {choice.value === value && <IconCheck className={classes.tick} aria-hidden />}
          </Combobox.Option>
        ))
        return group === '' ? (
          options
        ) : (
          <Combobox.Group key={group} label={group}>
            {options}
          </Combobox.Group>
        )
      })}
      {choices.length === 0 && <Combobox.Empty>{t('design.nothingFound')}</Combobox.Empty>}
    </Combobox.Options>
  )
}
