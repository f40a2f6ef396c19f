import { IconPencil } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useState } from 'react'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { IconButton } from '#web/design/icon-button.tsx'
import { fieldViews, isBlank } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { ConflictChoice } from './conflict-choice.tsx'
import { CopyValue } from './copy-value.tsx'
import classes from './inline-field.module.css'
import type { InlineEdit } from './use-inline-edit.ts'

interface InlineFieldProps {
  readonly object: CatalogueObject
  readonly field: Field
  readonly record: RecordData
  readonly edit: InlineEdit
  /** Tab leaves to the next field, shift and Tab to the one before. */
  readonly onTravel: (step: 1 | -1) => void
}

/** A field of the record page: its value, and on a click its editor in the same place. */
export function InlineField(props: InlineFieldProps) {
  const { object, field, record, edit, onTravel } = props
  const { t, label } = useMessages()
  const id = useId()
  const [typedReason, setTypedReason] = useState<string | null>(null)
  const value = record[field.wire] ?? null
  const refused = edit.refused.get(field.wire)
  const conflict = edit.conflicts.get(field.wire)
  const opened = edit.open === field.name && field.writable
  const [draft, setDraft] = useState<unknown>(value)
  /** The record as it was when the field was opened: what is saved is a change of that. */
  const [from, setFrom] = useState(record)
  const { Display, Editor } = fieldViews[field.type]
  const name = label(field.label)
  const reason = typedReason ?? refused?.reason
  const code = isCode(field)
  const start = () => {
    if (!field.writable || opened) return
    setDraft(value)
    setFrom(record)
    edit.setOpen(field.name)
  }
  const close = () => {
    setTypedReason(null)
    edit.setOpen(null)
  }
  const travel = (event: KeyboardEvent) => {
    // In a sheet above, Tab goes round in it.
    if (event.target instanceof Node && !event.currentTarget.contains(event.target)) return
    if (event.key !== 'Tab' || typedReason !== null || compound.has(field.type)) return
    event.preventDefault()
    // Leaving the editor saves what it holds.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    onTravel(event.shiftKey ? -1 : 1)
  }
  return (
    <div className={classes.field} data-open={opened || undefined}>
      <span
        className={classes.label}
        id={`${id}-label`}
        title={[name, label(field.help)].filter(Boolean).join('\n')}
      >
        {opened ? <label htmlFor={id}>{name}</label> : name}
      </span>
      {opened ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: it only hands Tab on to the next field
        <div className={classes.editor} onKeyDown={travel}>
          <Editor
            id={id}
            object={object.name}
            field={field}
            record={record}
            value={refused?.draft ?? draft}
            label={name}
            autoFocus
            invalid={reason !== undefined && reason !== null}
            describedBy={`${id}-reason`}
            onChange={(next) => {
              setDraft(next)
              if (refused !== undefined) edit.forget(field.wire)
            }}
            onRefuse={setTypedReason}
            onCommit={(next) => {
              close()
              edit.save(field, next, from)
            }}
            onAlso={(values) => {
              for (const [wire, also] of Object.entries(values)) {
                const other = object.fieldByWire.get(wire)
                if (other !== undefined) edit.save(other, also)
              }
            }}
            onCancel={() => {
              edit.forget(field.wire)
              close()
            }}
          />
          {reason !== undefined && reason !== null && (
            <span id={`${id}-reason`} className={classes.reason} role="alert">
              {reason}
            </span>
          )}
        </div>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: a larger target for the edit button inside
        // biome-ignore lint/a11y/useKeyWithClickEvents: the edit button inside takes the keys
        <div
          className={classes.value}
          data-writable={field.writable || undefined}
          onClick={(event) => {
            if (!(event.target instanceof Element) || event.target.closest('a, button') === null) start()
          }}
        >
          {isBlank(value) ? (
            <span className={classes.blank}>{t('fields.notFilled')}</span>
          ) : (
            <div className={classes.shown} data-code={code || undefined} dir="auto">
              <Display field={field} value={value} record={record} />
            </div>
          )}
          {code && !isBlank(value) && field.masked !== true && (
            <CopyValue value={String(value)} name={name} />
          )}
          {field.writable && (
            <IconButton
              className={classes.pencil}
              size="sm"
              icon={IconPencil}
              label={t('records.editNamed', { name })}
              onClick={start}
            />
          )}
        </div>
      )}
      {conflict !== undefined && (
        <ConflictChoice
          field={field}
          conflict={conflict}
          onTheirs={() => edit.forget(field.wire)}
          onMine={() => edit.save(field, conflict.mine[field.wire], conflict.theirs)}
        />
      )}
    </div>
  )
}

/** What a record goes by elsewhere: it is copied more often than read. */
const isCode = (field: Field): boolean =>
  field.type === 'autoNumber' || (field.type === 'text' && field.unique === true)

/** Editors of several inputs, between which Tab moves as usual. */
const compound = new Set(['address', 'anyRecord', 'richText', 'json'])
