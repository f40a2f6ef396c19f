import { IconLayoutKanban } from '@tabler/icons-react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { useCatalogue } from '#web/data/index.ts'
import { Button } from '#web/design/button.tsx'
import { EmptyState } from '#web/design/empty-state.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './board.module.css'
import { boardChoices } from './column-source.ts'

/** The field of the board is gone: which other one makes its columns. */
export function BoardChoice({
  object,
  onChoose,
}: {
  object: CatalogueObject
  onChoose: (by: string) => void
}) {
  const { t, label } = useMessages()
  const fields = boardChoices(object, useCatalogue())
  if (fields.length === 0) {
    return (
      <EmptyState
        icon={IconLayoutKanban}
        title={t('board.noField', { object: label(object.label) })}
        detail={t('board.noFieldHow')}
      />
    )
  }
  return (
    <EmptyState
      icon={IconLayoutKanban}
      title={t('board.lostField')}
      detail={t('board.lostFieldHow')}
      action={
        <div className={classes.choices}>
          {fields.map((field) => (
            <Button key={field.key} onClick={() => onChoose(field.name)}>
              {t('board.by', { field: label(field.label) })}
            </Button>
          ))}
        </div>
      }
    />
  )
}
