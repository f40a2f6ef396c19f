import { useId, useState } from 'react'
import type { FieldTypeName } from '#shared/fields/field-type.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { EmptyValue } from '../empty-value.tsx'
import { fieldViews, isBlank } from '../index.ts'
import classes from './gallery.module.css'
import { fieldOfType } from './samples.ts'

interface FieldSpecimenProps {
  readonly type: FieldTypeName
  readonly filled: unknown
  readonly long: unknown
}

const record = { id: '', version: 0 }
const nothing = () => {}

/** One field type in each of its states. */
export function FieldSpecimen({ type, filled, long }: FieldSpecimenProps) {
  const { t } = useMessages()
  const { Cell, Display, FilterInput } = fieldViews[type]
  const field = fieldOfType(type)
  const [wanted, setWanted] = useState<unknown>(null)
  return (
    <section className={classes.type}>
      <h2>{type}</h2>
      <dl className={classes.states}>
        <dt>{t('fields.inList')}</dt>
        <dd className={classes.cell}>
          {isBlank(filled) ? <EmptyValue /> : <Cell field={field} value={filled} record={record} />}
        </dd>
        <dd className={classes.cell}>
          {isBlank(long) ? <EmptyValue /> : <Cell field={field} value={long} record={record} />}
        </dd>
        <dt>{t('fields.onPage')}</dt>
        <dd dir="auto">
          {isBlank(filled) ? <EmptyValue /> : <Display field={field} value={filled} record={record} />}
        </dd>
        <dd dir="auto" className={classes.long}>
          {isBlank(long) ? <EmptyValue /> : <Display field={field} value={long} record={record} />}
        </dd>
        <dt>{t('fields.editing')}</dt>
        <dd>
          <Editing type={type} initial={null} />
        </dd>
        <dd>
          <Editing type={type} initial={filled} />
        </dd>
        <dt>{t('fields.refused')}</dt>
        <dd>
          <Editing type={type} initial={filled} reason={t('fields.notUnderstood')} />
        </dd>
        <dd>
          <Editing type={type} initial={long} />
        </dd>
        <dt>{t('fields.inFilter')}</dt>
        <dd>
          <FilterInput
            field={field}
            value={wanted}
            many={false}
            onChange={setWanted}
            onDone={nothing}
            label={type}
          />
        </dd>
      </dl>
    </section>
  )
}

function Editing({ type, initial, reason }: { type: FieldTypeName; initial: unknown; reason?: string }) {
  const id = useId()
  const [value, setValue] = useState(initial)
  const [refused, setRefused] = useState<string | null>(reason ?? null)
  const { Editor } = fieldViews[type]
  return (
    <>
      <Editor
        id={id}
        object=""
        field={fieldOfType(type)}
        record={record}
        value={value}
        label={type}
        invalid={refused !== null}
        describedBy={`${id}-reason`}
        onChange={setValue}
        onRefuse={setRefused}
      />
      <span id={`${id}-reason`} className={classes.reason}>
        {refused}
      </span>
    </>
  )
}
