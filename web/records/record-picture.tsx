import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { Avatar } from '#web/design/avatar.tsx'
import { ObjectIcon } from '#web/design/object-icon.tsx'
import classes from './record-picture.module.css'

/** Objects whose records are persons: their pictures are round. */
const people: ReadonlySet<string> = new Set(['user', 'contact', 'lead', 'actor'])
const companies: ReadonlySet<string> = new Set(['company'])

/** Whether a record of this object goes by a picture of its own in a row; of the others a row of icons would say nothing. */
export const hasPicture = (object: CatalogueObject): boolean =>
  people.has(object.name) || companies.has(object.name)

interface RecordPictureProps {
  readonly object: CatalogueObject
  readonly id: string
  readonly name: string
  /** Edge in pixels. */
  readonly size?: number
}

/** What stands beside a record's name: initials of a person or company, the object's icon for anything else. */
export function RecordPicture({ object, id, name, size = 20 }: RecordPictureProps) {
  if (hasPicture(object)) {
    return <Avatar id={id} name={name} size={size} shape={people.has(object.name) ? 'round' : 'square'} />
  }
  const hue = object.color ?? 'grey'
  return (
    <span
      className={classes.picture}
      aria-hidden
      style={{ width: size, height: size, background: `var(--tag-${hue})`, color: `var(--tag-${hue}-ink)` }}
    >
      <ObjectIcon name={object.icon} size={Math.round(size / 2)} />
    </span>
  )
}
