import { memo } from 'react'
import { type FieldLevel, fieldLevels } from '#shared/access/permissions.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { FieldRow } from './field-row.tsx'
import { GridPart } from './grid-part.tsx'
import type { LevelHandling } from './level-cell.tsx'
import { limitable } from './level-choices.ts'
import classes from './levels.module.css'
import matrix from './matrix.module.css'

interface FieldRowsProps extends LevelHandling {
  readonly object: CatalogueObject
  readonly levels: Readonly<Record<string, FieldLevel>> | undefined
  /** What the person who changes them has of the fields. */
  readonly ownLevels: Readonly<Record<string, FieldLevel>> | undefined
  readonly creates: boolean
  readonly locked: boolean
  readonly onAll: (object: CatalogueObject, level: FieldLevel) => void
}

/** The fields of an object, each with what a bearer learns of it. */
export const FieldRows = memo(function FieldRows(props: FieldRowsProps) {
  const { object, levels, ownLevels, locked } = props
  const { t, label } = useMessages()
  const name = label(object.pluralLabel ?? object.label)
  return (
    <GridPart
      role="rowgroup"
      className={classes.fields}
      aria-label={t('access.showFields', { object: name })}
    >
      <GridPart role="row" className={`${matrix.row} ${classes.head}`}>
        <GridPart role="columnheader" className={classes.fieldHead}>
          {t('access.field')}
        </GridPart>
        <GridPart role="gridcell" />
        {fieldLevels.map((level, index) => (
          <GridPart key={level} role="columnheader" className={matrix.cell}>
            <button
              type="button"
              className={classes.level}
              data-column={index + 2}
              tabIndex={-1}
              aria-label={t('access.allFields', { level: t(`access.level_${level}`) })}
              aria-disabled={locked || undefined}
              onClick={() => !locked && props.onAll(object, level)}
            >
              {t(`access.level_${level}`)}
            </button>
          </GridPart>
        ))}
      </GridPart>
      {limitable(object).map((field) => (
        <FieldRow
          key={field.key}
          object={object}
          field={field}
          level={levels?.[field.key] ?? 'edit'}
          ownLevel={ownLevels?.[field.key] ?? 'edit'}
          creates={props.creates}
          locked={locked}
          onLevel={props.onLevel}
        />
      ))}
    </GridPart>
  )
})
