import type { Field } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { Avatar } from '#web/design/avatar.tsx'
import { StatusDot } from '#web/design/status-dot.tsx'
import { stepColor } from '#web/fields/step-color.ts'
import classes from './row.module.css'

/** The related record where it came along with the row. */
export function includedOf(field: Field, holder: RecordData): RecordData | undefined {
  if (field.type !== 'relation' && field.type !== 'user') return undefined
  const known: unknown = holder[field.name]
  return isRecord(known) && known.id === holder[field.wire] ? known : undefined
}

const isRecord = (value: unknown): value is RecordData =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'

interface LinkedNameProps {
  readonly field: Field
  readonly known: RecordData
  readonly title: string
}

/**
 * The name of a related record that came with the row. Thousands of these pass by in a second of scrolling: unlike
 * RecordName it asks for nothing and follows no router; the table takes the click.
 */
export function LinkedName({ field, known, title }: LinkedNameProps) {
  if (field.type === 'user') {
    return (
      <span className={classes.person} title={title}>
        <Avatar id={known.id} name={title} />
        <span className={classes.personName}>{title}</span>
      </span>
    )
  }
  const color = stepColor(known)
  const link = (
    <a
      href={`/o/${field.to ?? ''}/${known.id}`}
      className={classes.linked}
      title={title}
      tabIndex={-1}
      data-related={field.to}
      data-id={known.id}
      dir="auto"
    >
      {title}
    </a>
  )
  return color === undefined ? link : <StatusDot color={color}>{link}</StatusDot>
}
