import { IconChevronRight } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { type Condition, isComplete, takesNoValue } from './condition.ts'
import { useDescription } from './describe.ts'
import classes from './filter-sheet.module.css'
import { ValueInput } from './value-input.tsx'

interface QuickUsualProps {
  readonly object: CatalogueObject
  readonly field: Field
  readonly condition: Condition
  readonly onChange: (value: unknown) => void
}

/** A field on one line with what is asked of it; opens into its input. */
export function QuickUsual({ object, field, condition, onChange }: QuickUsualProps) {
  const { t, label } = useMessages()
  const id = useId()
  const [opened, setOpened] = useState(false)
  const { value } = useDescription(condition, object)
  const name = label(field.label)
  const asked = isComplete(condition) && !takesNoValue(condition.operator)
  return (
    <section className={classes.usual}>
      <button
        type="button"
        className={classes.line}
        aria-expanded={opened}
        aria-controls={id}
        onClick={() => setOpened(!opened)}
      >
        <span className={classes.name}>{name}</span>
        <span className={classes.value} data-asked={asked || undefined}>
          {asked ? value : t('views.any')}
        </span>
        <IconChevronRight size={16} data-opened={opened || undefined} aria-hidden />
      </button>
      <div id={id} hidden={!opened} className={classes.opened}>
        {opened && (
          <ValueInput
            condition={condition}
            field={field}
            label={name}
            autoFocus={false}
            onChange={onChange}
            onDone={() => {}}
          />
        )}
      </div>
    </section>
  )
}
