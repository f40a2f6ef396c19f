import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { type RecordData, useCatalogue } from '#web/data/index.ts'
import { ObjectIcon } from '#web/design/object-icon.tsx'
import { StatusDot } from '#web/design/status-dot.tsx'
import { usePhone } from '#web/design/use-phone.ts'
import { FieldIcon } from '#web/fields/field-icon.tsx'
import { isBlank } from '#web/fields/index.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { RecordPicture } from '../record-picture.tsx'
import classes from './identity.module.css'
import { identityFields } from './identity-fields.ts'
import { Owner } from './owner.tsx'
import { TitleEdit } from './title-edit.tsx'
import type { InlineEdit } from './use-inline-edit.ts'
import { Value } from './value.tsx'

interface IdentityProps {
  readonly object: CatalogueObject
  readonly record: RecordData
  readonly edit: InlineEdit
}

/** Who or what this is: picture, title, state, tags, a line of facts, the owner. */
export function Identity({ object, record, edit }: IdentityProps) {
  const { label } = useMessages()
  const phone = usePhone()
  const { status, tags, facts } = identityFields(object)
  const state = status?.options?.find((option) => option.value === record[status.wire])
  const optionText = (field: Field, { [field.wire]: value }: RecordData) =>
    label(field.options?.find((option) => option.value === value)?.label) || String(value)
  const filled = facts.filter((field) => !isBlank(record[field.wire]))
  const marks = (
    <>
      {state !== undefined && <StatusDot color={state.color}>{label(state.label)}</StatusDot>}
      {tags.map((field) => (
        <Value key={field.key} field={field} record={record} />
      ))}
    </>
  )
  return (
    <div className={classes.identity}>
      <RecordPicture object={object} id={record.id} name={titleOf(object, record)} size={phone ? 44 : 40} />
      <div className={classes.who}>
        <div className={classes.titleLine}>
          <TitleEdit object={object} record={record} edit={edit} />
          {!phone && <div className={classes.badges}>{marks}</div>}
        </div>
        {phone && (
          <div className={classes.marks}>
            {marks}
            {state === undefined && filled[0] !== undefined && <Value field={filled[0]} record={record} />}
            <Owner object={object} record={record} edit={edit} plain />
          </div>
        )}
        {!phone && filled.length > 0 && (
          <div className={classes.facts}>
            {filled.map((field) => (
              <span key={field.key} className={classes.fact} title={label(field.label)}>
                <FactIcon field={field} />
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
      {!phone && <Owner object={object} record={record} edit={edit} />}
    </div>
  )
}

/** Ways to reach somebody, and other records, are known by their icon; a word needs none. */
const told: ReadonlySet<string> = new Set(['url', 'phone', 'email'])

function FactIcon({ field }: { field: Field }) {
  const catalogue = useCatalogue()
  if (told.has(field.type)) return <FieldIcon type={field.type} />
  const target = field.type === 'relation' ? catalogue.find(field.to ?? '') : undefined
  return target === undefined ? null : <ObjectIcon name={target.icon} size={14} />
}
