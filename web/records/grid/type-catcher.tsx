import { useLayoutEffect, useRef, useState } from 'react'
import type { RecordData } from '#web/data/index.ts'
import { titleOf, useFormat } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { Column } from '../list/columns.ts'
import { useTableActions } from '../list/table-actions.ts'
import classes from './editor.module.css'
import { mannerOf } from './typeable.ts'

/** Text that can be put into the editor as it is; ids of related records say nothing to a listener. */
const spoken = new Set([
  'text',
  'number',
  'money',
  'percent',
  'date',
  'dateTime',
  'select',
  'email',
  'phone',
  'url',
])

/**
 * Holds the focus while the cursor is on a cell, so that an input method finds an input before the first key: what it
 * composes is seen in the cell, and only what was composed opens the editor. A letter that was typed opens it at once.
 */
export function TypeCatcher({ column, record }: { column: Column; record: RecordData }) {
  const { t, label } = useMessages()
  const actions = useTableActions()
  const format = useFormat()
  const input = useRef<HTMLInputElement>(null)
  const [composed, setComposed] = useState(false)
  const { field } = column
  const writable = actions.mayEdit(record, column) && mannerOf(field.type).types
  useLayoutEffect(() => {
    const active = document.activeElement
    const own = input.current?.closest('[data-table]')
    if (active === null || active === document.body || own?.contains(active) === true) {
      input.current?.focus({ preventScroll: true })
    }
  }, [])
  const open = () => {
    const text = input.current?.value ?? ''
    if (input.current !== null) input.current.value = ''
    setComposed(false)
    if (text !== '') actions.type(text)
  }
  const value = record[field.wire]
  return (
    <input
      ref={input}
      className={classes.catcher}
      data-catcher
      data-composed={composed || undefined}
      data-alignment={column.alignment}
      readOnly={!writable}
      autoComplete="off"
      spellCheck={false}
      tabIndex={-1}
      aria-label={t('table.cell', {
        field: label(field.label),
        name: titleOf(undefined, record),
        value: spoken.has(field.type) ? format(field, value) : '',
      })}
      onCompositionStart={() => setComposed(true)}
      onCompositionEnd={open}
      onInput={(event) => {
        if ('isComposing' in event.nativeEvent && event.nativeEvent.isComposing === true) return
        open()
      }}
    />
  )
}
