import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import { Button } from '#web/design/button.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import { useHeldEnter } from '#web/design/use-held-enter.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { composing } from './composition.ts'
import type { PickerProps } from './picker.tsx'
import { createKey, PickerOptions } from './picker-options.tsx'
import classes from './picker-sheet.module.css'
import { choicesOf, PickerTrigger } from './picker-trigger.tsx'

/** From so many choices on they are searched. */
const many = 8

/** A field that is filled by choosing, for a thumb: it opens a sheet with the search on top and the choices below. */
export function PickerSheet(props: PickerProps) {
  const { t } = useMessages()
  const { items, chosen, multiple, query, onDone, onCancel } = props
  // Where a touch on a value opened this, the choices are what it was for; a form only begins here.
  const [opened, setOpened] = useState(props.autoFocus === true && onCancel !== undefined)
  const [name, setName] = useState(t('fields.choices'))
  const combobox = useCombobox({ opened: true })
  const writes = props.onCreate !== undefined
  // The keyboard comes up at once only where the choices are too many to be seen, or none.
  const searches = props.loading !== undefined || (writes && items.length === 0)
  const searched = searches || writes || items.length >= many || query !== ''
  const close = () => {
    setOpened(false)
    props.onQuery('')
  }
  const done = () => {
    close()
    onDone?.()
  }
  /** What was ticked is kept; one that was not chosen leaves all as it was. */
  const leave = () => {
    if (multiple) return done()
    close()
    onCancel?.()
  }
  const submit = (key: string) => {
    const item = items.find((candidate) => candidate.id === key)
    if (key === createKey) props.onCreate?.(query.trim())
    else if (item === undefined) return
    else if (multiple && chosen.some(({ id }) => id === key)) props.onRemove(key)
    else props.onChoose(item)
    props.onQuery('')
    const leadsOn = item !== undefined && props.leadsOn?.(item) === true
    if (!multiple && !leadsOn) done()
  }
  const takeFirst = () => {
    const key = items[0]?.id ?? (writes ? createKey : undefined)
    if (key !== undefined) submit(key)
  }
  const enter = useHeldEnter(query.trim(), props.unsure === true, takeFirst)
  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (composing(event)) return
    // What lies beneath takes these keys as well.
    if (event.key === 'Escape' || event.key === 'Enter') event.stopPropagation()
    if (event.key === 'Escape') leave()
    else if (event.key === 'Enter' && combobox.getSelectedOptionIndex() < 0) {
      event.preventDefault()
      if (query.trim() !== '' && !enter.hold()) takeFirst()
    }
  }
  const clears = props.onClear !== undefined && chosen.length > 0
  return (
    <>
      <PickerTrigger
        {...props}
        opened={opened}
        onOpen={(name) => {
          setName(name)
          setOpened(true)
        }}
      />
      <Dialog
        opened={opened}
        onClose={leave}
        title={props.label ?? name}
        still={!searches}
        act={
          clears && (
            <Button
              variant="subtle"
              onClick={() => {
                props.onClear?.()
                done()
              }}
            >
              {t('design.clear')}
            </Button>
          )
        }
        footer={
          multiple ? (
            <Button variant="primary" onClick={done}>
              {t('fields.choiceDone')}
            </Button>
          ) : undefined
        }
      >
        <div id={choicesOf(props.id)}>
          <Combobox store={combobox} onOptionSubmit={submit}>
            {searched && (
              <div className={classes.search}>
                <Combobox.EventsTarget withExpandedAttribute>
                  <TextInput
                    type="search"
                    enterKeyHint="search"
                    aria-label={t('fields.searchChoices')}
                    placeholder={t('design.search')}
                    leftSection={<IconSearch aria-hidden />}
                    value={query}
                    {...(searches && { 'data-autofocus': true })}
                    onChange={(event) => props.onQuery(event.currentTarget.value)}
                    onKeyDown={keyDown}
                  />
                </Combobox.EventsTarget>
              </div>
            )}
            <PickerOptions {...props} className={classes.options} />
          </Combobox>
        </div>
      </Dialog>
    </>
  )
}
