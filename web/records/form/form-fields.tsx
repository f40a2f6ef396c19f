import { type KeyboardEvent, type RefObject, useEffect, useId, useRef } from 'react'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { FormProblem } from '#web/design/form-problem.tsx'
import { composing, fieldViews } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { DoublesNotice } from './doubles-notice.tsx'
import classes from './form.module.css'
import { useFormField, usePartOfForm } from './form-store.ts'
import type { RecordForm } from './use-record-form.ts'

interface FormFieldsProps {
  readonly object: CatalogueObject
  readonly form: RecordForm
}

/** The inputs of a new record. ⌘Enter saves; the first refused input takes the focus. */
export function FormFields({ object, form }: FormFieldsProps) {
  const { t } = useMessages()
  const place = useRef<HTMLFormElement>(null)
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || composing(event) || !(event.metaKey || event.ctrlKey)) return
    event.preventDefault()
    form.submit()
  }
  const { required, further } = form.fields
  return (
    <form
      ref={place}
      className={classes.form}
      noValidate
      onKeyDown={keys}
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
    >
      <FormProblem>{form.problem ?? undefined}</FormProblem>
      <DoublesNotice object={object} form={form} />
      {required.map((field, index) => (
        <FormField key={field.key} object={object} field={field} form={form} autoFocus={index === 0} />
      ))}
      {further.length > 0 && required.length > 0 && (
        <h2 className={classes.further}>{t('records.further')}</h2>
      )}
      {further.map((field) => (
        <FormField key={field.key} object={object} field={field} form={form} autoFocus={false} />
      ))}
      <FocusRefused place={place} form={form} />
    </form>
  )
}

/** Leads to the first refused input as soon as one more is refused. */
function FocusRefused({ place, form }: { place: RefObject<HTMLFormElement | null>; form: RecordForm }) {
  const refusals = usePartOfForm(form, ({ refused }) => Object.keys(refused).length)
  useEffect(() => {
    if (refusals === 0) return
    const input = place.current?.querySelector<HTMLElement>('[data-refused] input, [data-refused] textarea')
    if (!place.current?.querySelector('[data-refused]')?.contains(document.activeElement)) input?.focus()
  }, [refusals, place])
  return null
}

const wide = new Set(['longText', 'richText', 'address', 'json', 'anyRecord'])

function FormField(props: FormFieldsProps & { field: Field; autoFocus: boolean }) {
  const { object, field, form } = props
  const { label, t } = useMessages()
  const id = useId()
  const { Editor } = fieldViews[field.type]
  const { value, reason } = useFormField(form, field.wire)
  const currency = usePartOfForm(form, ({ values }) => values.currency)
  const help = label(field.help)
  return (
    <div
      className={classes.field}
      data-wide={wide.has(field.type) || undefined}
      data-refused={reason !== undefined || undefined}
    >
      <label className={classes.label} htmlFor={id}>
        {label(field.label)}
        {field.required === true && (
          <span className={classes.required}>
            <span aria-hidden>*</span>
            <span className={classes.hidden}>{t('design.required')}</span>
          </span>
        )}
      </label>
      <Editor
        id={id}
        object={object.name}
        field={field}
        record={currency === undefined ? blankRecord : { ...blankRecord, currency }}
        value={value}
        {...(composite.has(field.type) && { label: label(field.label) })}
        autoFocus={props.autoFocus}
        invalid={reason !== undefined}
        describedBy={`${id}-below`}
        onChange={(value) => form.change(field, value)}
        onAlso={(values) => {
          for (const [wire, value] of Object.entries(values)) {
            const other = object.fieldByWire.get(wire)
            if (other !== undefined) form.change(other, value)
          }
        }}
        onRefuse={(why) => form.refuse(field.wire, why)}
      />
      <span id={`${id}-below`} className={classes.below} data-reason={reason !== undefined || undefined}>
        {reason ?? help}
      </span>
    </div>
  )
}

/** Editors of several inputs: a label cannot point at all of them. */
const composite = new Set(['address', 'anyRecord', 'richText', 'rating'])
const blankRecord = { id: '', version: 0 }
