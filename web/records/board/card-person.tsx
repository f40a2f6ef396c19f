import type { Field } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { Avatar } from '#web/design/avatar.tsx'
import { isBlank, useRecordName } from '#web/fields/index.ts'
import classes from './card-foot.module.css'

/** Who sees to a card: a picture, and the name for those who do not see it. */
export function CardPerson({ field, record }: { field: Field | undefined; record: RecordData }) {
  if (field === undefined || isBlank(record[field.wire])) return null
  return <Person id={String(record[field.wire])} known={record[field.name]} />
}

function Person({ id, known }: { id: string; known: unknown }) {
  const name = useRecordName({ object: 'user', id, known })
  return (
    <span className={classes.person} title={name}>
      {name !== '' && <Avatar id={id} name={name} />}
      <span className={classes.hidden}>{name}</span>
    </span>
  )
}
