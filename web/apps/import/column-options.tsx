import { Checkbox } from '@mantine/core'
import type { ColumnMapping, ColumnProposal } from '#shared/imports/contract.ts'
import type { Field } from '#shared/metadata/catalogue.ts'
import { useCatalogue } from '#web/data/index.ts'
import { Select } from '#web/design/select.tsx'
import type { PlainMessageKey } from '#web/messages/catalogue.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './import.module.css'
import { isAmount, isDate, isRelation } from './mapping-draft.ts'

interface ColumnOptionsProps {
  readonly mapping: ColumnMapping
  readonly field: Field
  readonly proposal: ColumnProposal
  readonly onChange: (mapping: ColumnMapping) => void
}

const orders = { YMD: 'import.orderYMD', MDY: 'import.orderMDY', DMY: 'import.orderDMY' } as const
const factors: Readonly<Record<string, PlainMessageKey>> = {
  '1': 'import.factor1',
  '1000': 'import.factor1000',
  '10000': 'import.factor10000',
  '1000000': 'import.factor1000000',
  '100000000': 'import.factor100000000',
}
const parts: Readonly<Record<string, PlainMessageKey>> = {
  '': 'import.partWhole',
  country: 'import.part_country',
  province: 'import.part_province',
  city: 'import.part_city',
  district: 'import.part_district',
  street: 'import.part_street',
  postalCode: 'import.part_postalCode',
}

/** What its type leaves open: order of dates, unit of numbers, missing records, misspelt choices. */
export function ColumnOptions({ mapping, field, proposal, onChange }: ColumnOptionsProps) {
  const { t, label } = useMessages()
  const catalogue = useCatalogue()
  const choicesOf = (table: Readonly<Record<string, PlainMessageKey>>) =>
    Object.entries(table).map(([value, key]) => ({ value, label: t(key) }))
  const target = isRelation(field) ? catalogue.find(field.to ?? 'user') : undefined
  const corrected = Object.entries(mapping.values ?? {})

  return (
    <>
      {isDate(field) && (
        <Select
          aria-label={t('import.dateOrder')}
          placeholder={t('import.dateOrder')}
          choices={choicesOf(orders)}
          value={mapping.dateOrder ?? null}
          onChange={(order) => onChange({ ...mapping, dateOrder: order as keyof typeof orders })}
          {...(proposal.ambiguousDates &&
            mapping.dateOrder === undefined && { error: t('import.ambiguous') })}
        />
      )}
      {isAmount(field) && (
        <Select
          aria-label={t('import.factor')}
          choices={choicesOf(factors).map((choice) => ({
            ...choice,
            label: `${t('import.factor')} ${choice.label}`,
          }))}
          value={mapping.factor ?? '1'}
          onChange={(factor) => onChange({ ...mapping, factor })}
        />
      )}
      {field.type === 'address' && (
        <Select
          aria-label={t('import.part')}
          choices={choicesOf(parts)}
          value={mapping.part ?? ''}
          onChange={(part) => {
            const { part: _, ...rest } = mapping
            onChange(part === '' ? rest : { ...rest, part })
          }}
        />
      )}
      {target !== undefined && (
        <Checkbox
          label={t('import.createMissing', { object: label(target.label) })}
          checked={mapping.create === true}
          onChange={(event) => onChange({ ...mapping, create: event.currentTarget.checked })}
        />
      )}
      {field.type === 'select' && (
        <Checkbox
          label={t('import.createOptions')}
          checked={mapping.create === true}
          onChange={(event) => onChange({ ...mapping, create: event.currentTarget.checked })}
        />
      )}
      {corrected.map(([text, right]) => (
        <p key={text} className={classes.correction}>
          <span>{t('import.readAs', { text })}</span>{' '}
          <strong>{right === '' ? t('import.empty') : right}</strong>
        </p>
      ))}
    </>
  )
}
