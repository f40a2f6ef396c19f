import type { Field } from '#shared/metadata/catalogue.ts'
import type { EditConflict } from '#web/data/index.ts'
import { Button } from '#web/design/button.tsx'
import { fieldViews, isBlank } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './conflict-choice.module.css'

interface ConflictChoiceProps {
  readonly field: Field
  readonly conflict: EditConflict
  readonly onTheirs: () => void
  readonly onMine: () => void
}

/** Somebody else changed the same field meanwhile: both values, and the choice between them. */
export function ConflictChoice({ field, conflict, onTheirs, onMine }: ConflictChoiceProps) {
  const { t } = useMessages()
  const { Cell } = fieldViews[field.type]
  const draw = (value: unknown) =>
    isBlank(value) ? t('fields.empty') : <Cell field={field} value={value} record={conflict.theirs} />
  return (
    <div className={classes.conflict} role="alert">
      <p>{t('records.conflict')}</p>
      <dl>
        <dt>{t('records.theirs')}</dt>
        <dd>{draw(conflict.theirs[field.wire])}</dd>
        <dt>{t('records.mine')}</dt>
        <dd>{draw(conflict.mine[field.wire])}</dd>
      </dl>
      <Button size="sm" onClick={onTheirs}>
        {t('records.keepTheirs')}
      </Button>
      <Button size="sm" onClick={onMine}>
        {t('records.saveMine')}
      </Button>
    </div>
  )
}
