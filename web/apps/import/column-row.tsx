import { IconPlus, IconX } from '@tabler/icons-react'
import type { ColumnProposal } from '#shared/imports/contract.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { IconButton } from '#web/design/icon-button.tsx'
import { Select } from '#web/design/select.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { ColumnOptions } from './column-options.tsx'
import classes from './import.module.css'
import { mappingTo, targetsOf, type Use } from './mapping-draft.ts'

interface ColumnRowProps {
  readonly object: CatalogueObject
  readonly use: Use
  readonly proposal: ColumnProposal
  /** A further use of the column above. */
  readonly isFurther: boolean
  /** undefined removes this use. */
  readonly onChange: (use: Use | undefined) => void
  readonly onAdd: () => void
}

const skip = ''

/** One column of the file: what it holds, its field, and how it is read. */
export function ColumnRow({ object, use, proposal, isFurther, onChange, onAdd }: ColumnRowProps) {
  const { t, label } = useMessages()
  const { column, mapping } = use
  const field = mapping === undefined ? undefined : object.fieldByName.get(mapping.field)
  const choices = [
    { value: skip, label: t('import.skip') },
    ...targetsOf(object).map((each) => ({ value: each.name, label: label(each.label) })),
  ]
  const choose = (name: string) => {
    const chosen = object.fieldByName.get(name)
    onChange({ column, mapping: chosen === undefined ? undefined : mappingTo(chosen, proposal) })
  }
  return (
    <div className={classes.columnRow} data-skipped={mapping === undefined || undefined}>
      <div className={classes.columnName}>
        {!isFurther && (
          <>
            <p className={classes.strong}>{column}</p>
            <p className={classes.samples}>{proposal.samples.slice(0, 3).join(' · ')}</p>
          </>
        )}
      </div>
      <div className={classes.target}>
        <Select
          aria-label={t('import.targetOf', { column })}
          choices={choices}
          value={mapping?.field ?? skip}
          onChange={choose}
          searchable
        />
        {isFurther ? (
          <IconButton icon={IconX} label={t('import.removeTarget')} onClick={() => onChange(undefined)} />
        ) : (
          <IconButton icon={IconPlus} label={t('import.addTarget')} onClick={onAdd} />
        )}
      </div>
      <div className={classes.options}>
        {mapping !== undefined && field !== undefined && (
          <ColumnOptions
            mapping={mapping}
            field={field}
            proposal={proposal}
            onChange={(next) => onChange({ column, mapping: next })}
          />
        )}
      </div>
    </div>
  )
}
