import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { StatusDot } from '#web/design/status-dot.tsx'
import { FieldIcon } from '#web/fields/field-icon.tsx'
import { fieldViews, isBlank } from '#web/fields/index.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { RecordPicture } from '../record-picture.tsx'
import { identityFields } from './identity-fields.ts'
import classes from './record.module.css'

interface IdentityProps {
  readonly object: CatalogueObject
  readonly record: RecordData
}

/** Who or what this is: picture, title, state, tags, a line of facts, the owner. */
export function Identity({ object, record }: IdentityProps) {
  const { t, label } = useMessages()
  const title = titleOf(object, record)
  const { status, tags, facts } = identityFields(object)
  const owner = object.fieldByName.get('owner')
  const state = status?.options?.find((option) => option.value === record[status.wire])
  const optionText = (field: Field, { [field.wire]: value }: RecordData) =>
    label(field.options?.find((option) => option.value === value)?.label) || String(value)
  const filled = facts.filter((field) => !isBlank(record[field.wire]))
  return (
    <div className={classes.identity}>
      <RecordPicture object={object} id={record.id} name={title} size={40} />
      <div className={classes.who}>
        <div className={classes.titleLine}>
          <h1 className={classes.title}>{title}</h1>
          {state !== undefined && <StatusDot color={state.color}>{label(state.label)}</StatusDot>}
          {tags.map((field) => (
            <Value key={field.key} field={field} record={record} />
          ))}
        </div>
        {filled.length > 0 && (
          <div className={classes.facts}>
            {filled.map((field) => (
              <span key={field.key} className={classes.fact} title={label(field.label)}>
                <FieldIcon type={field.type} />
                {field.type === 'select' ? (
                  optionText(field, record)
                ) : (
                  <Value field={field} record={record} />
                )}
              </span>
            ))}
          </div>
        )}
      </div>
      {owner !== undefined && (
        <div className={classes.owner}>
          <span className={classes.quiet}>{label(owner.label)}</span>
          {isBlank(record[owner.wire]) ? t('records.nobody') : <Value field={owner} record={record} />}
        </div>
      )}
    </div>
  )
}

/** A field's value as a list shows it; nothing where it holds none. */
export function Value({ field, record }: { field: Field; record: RecordData }) {
  const value = record[field.wire]
  if (isBlank(value)) return null
  const { Cell } = fieldViews[field.type]
  return <Cell field={field} value={value} record={record} />
}
