import { memo } from 'react'
import { type FieldLevel, fieldLevels } from '#shared/access/permissions.ts'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { FieldIcon } from '#web/fields/field-icon.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { GridPart } from './grid-part.tsx'
import { LevelCell, type LevelHandling } from './level-cell.tsx'
import { levelReason, shownLevel, toldReason } from './level-choices.ts'
import classes from './levels.module.css'
import matrix from './matrix.module.css'

interface FieldRowProps extends LevelHandling {
  readonly object: CatalogueObject
  readonly field: Field
  readonly level: FieldLevel
  readonly ownLevel: FieldLevel
  readonly creates: boolean
  readonly locked: boolean
}

const letters: Readonly<Record<string, FieldLevel>> = { h: 'hidden', m: 'masked', r: 'read', e: 'edit' }

/** A field with its four levels. */
export const FieldRow = memo(function FieldRow(props: FieldRowProps) {
  const { object, field, locked, onLevel } = props
  const { t, label } = useMessages()
  const name = label(field.label)
  const level = shownLevel(field, props.level)
  const reasons = fieldLevels.map((one) => levelReason(object, field, one, props))
  const told = toldReason(reasons)
  const choose = (one: FieldLevel) => onLevel(object, field, one)
  return (
    <GridPart
      role="row"
      className={`${matrix.row} ${classes.row}`}
      data-limited={props.level !== 'edit' || undefined}
      onKeyDown={(event) => {
        const asked = letters[event.key]
        if (locked || asked === undefined || event.ctrlKey || event.metaKey || event.altKey) return
        event.preventDefault()
        if (reasons[fieldLevels.indexOf(asked)] === undefined) choose(asked)
      }}
    >
      <GridPart role="rowheader" className={classes.fieldHead}>
        <FieldIcon type={field.type} />
        <span className={matrix.title}>{name}</span>
      </GridPart>
      <GridPart role="gridcell" />
      {fieldLevels.map((one, index) => (
        <LevelCell
          key={one}
          name={name}
          level={one}
          column={index + 2}
          chosen={one === level}
          reason={reasons[index]}
          locked={locked}
          onChoose={() => choose(one)}
        />
      ))}
      <GridPart role="gridcell" className={classes.reason}>
        {told !== undefined && t(told)}
      </GridPart>
    </GridPart>
  )
})
