import type { FieldLevel } from '#shared/access/permissions.ts'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { GridPart } from './grid-part.tsx'
import type { LevelReason } from './level-choices.ts'
import classes from './levels.module.css'
import matrix from './matrix.module.css'

export interface LevelHandling {
  readonly onLevel: (object: CatalogueObject, field: Field, level: FieldLevel) => void
}

interface LevelCellProps {
  /** Of the field. */
  readonly name: string
  readonly level: FieldLevel
  readonly column: number
  readonly chosen: boolean
  readonly reason: LevelReason | undefined
  readonly locked: boolean
  readonly onChoose: () => void
}

/** One level of one field: chosen, to choose, or not to be had and why. */
export function LevelCell({ name, level, column, chosen, reason, locked, onChoose }: LevelCellProps) {
  const { t } = useMessages()
  const blocked = locked || reason !== undefined
  return (
    <GridPart role="gridcell" className={matrix.cell}>
      <button
        type="button"
        className={classes.level}
        data-column={column}
        data-level={level}
        data-blocked={reason !== undefined || undefined}
        tabIndex={-1}
        aria-pressed={chosen}
        aria-disabled={blocked || undefined}
        aria-label={t('access.levelCell', { field: name, level: t(`access.level_${level}`) })}
        title={reason && t(reason)}
        onClick={() => !blocked && onChoose()}
      >
        <span className={classes.dot} />
      </button>
    </GridPart>
  )
}
