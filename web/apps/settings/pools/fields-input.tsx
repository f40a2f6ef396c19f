import { Checkbox } from '@mantine/core'
import { poolShows } from '#shared/access/pool-field.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './pools.module.css'

interface FieldsInputProps {
  readonly object: CatalogueObject
  /** Names. */
  readonly fields: readonly string[]
  readonly onChange: (fields: readonly string[]) => void
}

/** Of what Kith keeps itself, so much tells how long nobody has cared for a record. */
const times: ReadonlySet<string> = new Set(['createdAt', 'updatedAt'])

/** Which fields a pool shows: the title in any case, and no others than whoever chooses knows. */
export function FieldsInput({ object, fields, onChange }: FieldsInputProps) {
  const { t, label } = useMessages()
  const { titleField } = object
  const offered = object.fields.filter(
    ({ name, type, system }) =>
      name !== titleField.name && poolShows(type) && (system !== true || times.has(name)),
  )
  return (
    <Checkbox.Group
      label={t('pools.fields')}
      description={t('pools.fieldsWhat')}
      value={[titleField.name, ...fields]}
      // In the order of the object, whatever was ticked last; what is not offered here was chosen elsewhere, and stays.
      onChange={(chosen) => {
        const names = offered.map(({ name }) => name)
        const others = fields.filter((name) => name !== titleField.name && !names.includes(name))
        onChange([...names.filter((name) => chosen.includes(name)), ...others])
      }}
    >
      <div className={classes.fields}>
        <Checkbox
          value={titleField.name}
          label={t('pools.always', { field: label(titleField.label) })}
          disabled
        />
        {offered.map(({ key, name, label: words }) => (
          <Checkbox key={key} value={name} label={label(words)} />
        ))}
      </div>
    </Checkbox.Group>
  )
}
