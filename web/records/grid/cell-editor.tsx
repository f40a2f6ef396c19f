import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { composing, fieldViews } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { CellEdit } from '../list/cell-state.ts'
import type { Column } from '../list/columns.ts'
import { type Leave, useTableActions } from '../list/table-actions.ts'
import { ConflictChoice } from '../record/conflict-choice.tsx'
import classes from './editor.module.css'
import { EditorHints } from './editor-hints.tsx'
import { putText } from './put-text.ts'
import { mannerOf } from './typeable.ts'

interface CellEditorProps {
  readonly object: CatalogueObject
  readonly column: Column
  readonly record: RecordData
  readonly edit: CellEdit
}

/** The editor of a field in its cell: Enter saves and goes down, Tab saves and goes right, Esc leaves the value as it was. */
export function CellEditor({ object, column, record, edit }: CellEditorProps) {
  const { label } = useMessages()
  const actions = useTableActions()
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const leave = useRef<Leave>('stay')
  const settled = useRef(false)
  const { field } = column
  const manner = mannerOf(field.type)
  const { Editor } = fieldViews[field.type]
  const [draft, setDraft] = useState<unknown>(edit.refused?.draft ?? record[field.wire] ?? null)
  const [typedReason, setTypedReason] = useState<string | null>(null)
  const reason = typedReason ?? edit.refused?.reason ?? null
  const { typed } = edit

  useLayoutEffect(() => {
    if (typed !== undefined && box.current !== null) return putText(box.current, typed)
  }, [typed])

  const commit = (value: unknown) => {
    if (settled.current) return
    settled.current = true
    actions.commit(record, column, value, leave.current)
  }
  const keyDown = (event: KeyboardEvent) => {
    if (composing(event)) return
    const mod = event.metaKey || event.ctrlKey
    if (event.key === 'Enter' && (manner.modEnter !== true || mod)) {
      leave.current = event.shiftKey ? 'up' : 'down'
    } else if (event.key === 'Tab' && manner.compound !== true) {
      event.preventDefault()
      event.stopPropagation()
      leave.current = event.shiftKey ? 'previous' : 'next'
      const focused = document.activeElement
      // Leaving an editor saves what it holds; a switch or stars hold nothing but what they show.
      if (focused instanceof HTMLElement) focused.blur()
      if (!settled.current && typedReason === null) commit(draft)
      else if (!settled.current && focused instanceof HTMLElement) {
        leave.current = 'stay'
        focused.focus()
      }
    }
  }
  const cancel = () => {
    settled.current = true
    actions.cancel()
  }
  const { conflict } = edit
  if (conflict !== undefined) {
    return (
      <div ref={box} className={classes.editor} data-editor>
        <div className={classes.conflict}>
          <ConflictChoice
            field={field}
            conflict={conflict}
            onTheirs={cancel}
            onMine={() => actions.commit(conflict.theirs, column, conflict.mine[field.wire], 'stay')}
          />
        </div>
      </div>
    )
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notes which key leaves the editor inside
    <div
      ref={box}
      className={classes.editor}
      data-editor
      data-up={edit.up || undefined}
      data-alignment={column.alignment}
      style={{ minWidth: manner.width }}
      onKeyDownCapture={keyDown}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || composing(event) || settled.current) return
        event.preventDefault()
        event.stopPropagation()
        cancel()
      }}
    >
      <Editor
        id={id}
        object={object.name}
        field={field}
        record={record}
        value={draft}
        label={label(field.label)}
        autoFocus
        invalid={reason !== null}
        describedBy={`${id}-reason`}
        onChange={setDraft}
        onRefuse={setTypedReason}
        onCommit={commit}
        onCancel={cancel}
      />
      <EditorHints
        id={`${id}-reason`}
        reason={reason}
        above={manner.opensBelow === true || edit.up === true}
        modEnter={manner.modEnter === true}
        compound={manner.compound === true}
      />
    </div>
  )
}
