import { Select } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { useCatalogue } from '#web/data/index.ts'
import { SelectSheet } from '#web/design/select-sheet.tsx'
import { usePhone } from '#web/design/use-phone.ts'
import { FieldIcon } from '#web/fields/field-icon.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { filterField, filterFields, relatedFields } from './filter-field.ts'
import classes from './filter-row.module.css'

interface FieldChoiceProps {
  readonly object: CatalogueObject
  readonly value: string
  /** Fields that may be chosen; all where undefined. */
  readonly accepts?: (field: Field) => boolean
  readonly onChange: (path: string) => void
}

/** Of an object of hundreds of fields so many are offered at once; typing finds the rest. */
const offered = 250

const anyField = () => true

/** The object's own fields, and those of the records that it points to. */
export function FieldChoice({ object, value, accepts = anyField, onChange }: FieldChoiceProps) {
  const { t, label } = useMessages()
  const catalogue = useCatalogue()
  const groups = useMemo(() => {
    const own = filterFields(object)
      .filter(accepts)
      .map((field) => ({ value: field.name, label: label(field.label) }))
    const related = relatedFields(object, catalogue).map(({ relation, fields }) => ({
      group: label(relation.label),
      items: fields
        .filter(({ field }) => accepts(field))
        .map(({ path, field }) => ({
          value: path,
          label: `${label(relation.label)} · ${label(field.label)}`,
        })),
    }))
    const all = [{ group: label(object.label), items: own }, ...related]
    const known = all.some(({ items }) => items.some((item) => item.value === value))
    return known ? all : [{ group: '', items: [{ value, label: value }] }, ...all]
  }, [object, catalogue, label, value, accepts])
  const phone = usePhone()
  const iconOf = (path: string) => {
    const type = filterField(path, object, catalogue)?.field.type
    return type && <FieldIcon type={type} />
  }
  if (phone) {
    return (
      <SelectSheet
        aria-label={t('records.field')}
        choices={groups.flatMap(({ group, items }) =>
          items.map((item) => ({ ...item, group, lead: iconOf(item.value) })),
        )}
        value={value}
        searchable
        onChange={onChange}
      />
    )
  }
  return (
    <Select
      aria-label={t('records.field')}
      data={groups}
      value={value}
      searchable
      allowDeselect={false}
      limit={offered}
      maxDropdownHeight={320}
      comboboxProps={{ width: 240, position: 'bottom-start' }}
      nothingFoundMessage={t('design.nothingFound')}
      leftSection={iconOf(value)}
      rightSection={<IconChevronDown aria-hidden />}
      rightSectionPointerEvents="none"
      onChange={(path) => path !== null && onChange(path)}
      renderOption={({ option, checked }) => (
        <>
          {iconOf(option.value)}
          <span className={classes.optionName}>{option.label}</span>
          {checked && <IconCheck size={14} aria-hidden />}
        </>
      )}
    />
  )
}
