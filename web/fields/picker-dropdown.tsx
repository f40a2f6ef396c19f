import { Combobox, InputWrapperContext, PillsInput, useCombobox } from '@mantine/core'
import { type KeyboardEvent, use, useEffect, useRef } from 'react'
import { useHeldEnter } from '#web/design/use-held-enter.ts'
import { ChosenPills } from './chosen-pills.tsx'
import { composing } from './composition.ts'
import classes from './picker.module.css'
import type { PickerProps } from './picker.tsx'
import { PickerEnd } from './picker-end.tsx'
import { createKey, PickerOptions } from './picker-options.tsx'
import { PickerSide } from './picker-side.ts'
import { choicesOf } from './picker-trigger.tsx'

/** Pixels of what stands at the end of the field: the input must not lie under it. */
const chevronWidth = 32
const toolWidth = 26

/** A field that is filled by choosing: typed text narrows the list, what is chosen stands in the field. */
export function PickerDropdown(props: PickerProps) {
  const { items, chosen, multiple, query, onDone, onCancel } = props
  const typed = query.trim()
  const settled = useRef(false)
  const side = use(PickerSide)
  // Of what it is described by, the field believes this alone.
  const around = use(InputWrapperContext)
  const combobox = useCombobox({
    defaultOpened: props.autoFocus === true,
    onDropdownClose: () => combobox.resetSelectedOption(),
  })
  // What Enter takes: the first match of what is typed; with nothing typed the present value, never a new one. Of several
  // values none is the present one: Enter is then the end.
  const first = items[0]?.id
  const opened = combobox.dropdownOpened
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store is a new object at every render
  useEffect(() => {
    if (!opened) return
    if (typed !== '') combobox.selectFirstOption()
    else if (multiple) combobox.resetSelectedOption()
    else combobox.updateSelectedOptionIndex('active')
  }, [query, first, opened])
  const done = () => {
    if (settled.current) return
    settled.current = true
    onDone?.()
    queueMicrotask(() => {
      settled.current = false
    })
  }
  const taken = new Set(chosen.map((item) => item.id))
  const submit = (key: string) => {
    if (key === createKey) props.onCreate?.(typed)
    else {
      const item = items.find((candidate) => candidate.id === key)
      if (item === undefined) return
      if (multiple && taken.has(key)) props.onRemove(key)
      else props.onChoose(item)
    }
    props.onQuery('')
    const leadsOn = items.some((item) => item.id === key && props.leadsOn?.(item) === true)
    if (!multiple && !leadsOn) {
      combobox.closeDropdown()
      done()
    }
  }
  const input = useRef<HTMLInputElement>(null)
  const moved = useRef('')
  /** What was typed is taken or goes on standing there; it is never left behind unsaid. */
  const takeFirst = () => {
    const key = first ?? (props.onCreate === undefined ? undefined : createKey)
    const left = document.activeElement !== input.current
    if (key !== undefined) submit(key)
    if (left && key !== createKey) done()
  }
  const enter = useHeldEnter(typed, props.unsure === true, takeFirst)
  /** Before the store sees the key: it knows an option by its place alone, which may be another's by now. */
  const keyOfTyped = (event: KeyboardEvent<HTMLInputElement>) => {
    if (composing(event)) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') moved.current = typed
    const chooses = moved.current === typed && combobox.getSelectedOptionIndex() >= 0
    const takes = event.key === 'Enter' && typed !== '' && !chooses
    if (!takes && !(event.key === 'Tab' && enter.waits())) return
    event.preventDefault()
    event.stopPropagation()
    if (takes && !enter.hold()) takeFirst()
  }
  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (composing(event)) return
    if (event.key === 'Backspace' && query === '') {
      const last = chosen.at(-1)
      if (last !== undefined) props.onRemove(last.id)
    } else if (event.key === 'Escape') {
      settled.current = true
      if (onCancel !== undefined) {
        event.preventDefault()
        event.stopPropagation()
        onCancel()
      }
    } else if (event.key === 'Enter' && combobox.getSelectedOptionIndex() < 0 && onDone !== undefined) {
      event.preventDefault()
      combobox.closeDropdown()
      done()
    }
  }
  const filled = chosen.length > 0
  const endWidth =
    chevronWidth +
    (filled && props.lead ? toolWidth : 0) +
    (filled && props.onClear !== undefined ? toolWidth : 0)
  return (
    <Combobox store={combobox} onOptionSubmit={submit} shadow="md" position={side} withinPortal>
      <Combobox.DropdownTarget>
        <PillsInput
          id={props.id}
          onClick={() => combobox.openDropdown()}
          error={props.invalid ?? false}
          rightSection={
            <PickerEnd
              lead={chosen.length > 0 ? props.lead : undefined}
              onClear={chosen.length > 0 ? props.onClear : undefined}
            />
          }
          rightSectionWidth={endWidth}
          styles={{ input: { paddingInlineEnd: endWidth } }}
        >
          <span className={classes.chosen}>
            <ChosenPills chosen={chosen} multiple={multiple} onRemove={props.onRemove} />
            {/* Its own words: the store learns of its list only after the first focus. */}
            <InputWrapperContext value={{ ...around, inputId: props.id, describedBy: props.describedBy }}>
              <Combobox.EventsTarget
                withExpandedAttribute
                aria-expanded={opened}
                aria-controls={opened ? choicesOf(props.id) : undefined}
              >
                <PillsInput.Field
                  ref={input}
                  aria-label={props.label}
                  value={query}
                  placeholder={chosen.length === 0 ? (props.placeholder ?? '') : ''}
                  autoFocus={props.autoFocus ?? false}
                  onFocus={() => combobox.openDropdown()}
                  onBlur={() => {
                    combobox.closeDropdown()
                    if (!enter.waits()) done()
                  }}
                  onChange={(event) => {
                    props.onQuery(event.currentTarget.value)
                    combobox.openDropdown()
                  }}
                  onKeyDownCapture={keyOfTyped}
                  onKeyDown={keyDown}
                />
              </Combobox.EventsTarget>
            </InputWrapperContext>
          </span>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown miw={200}>
        <PickerOptions {...props} listId={choicesOf(props.id)} mah={280} className={classes.options} />
      </Combobox.Dropdown>
    </Combobox>
  )
}
