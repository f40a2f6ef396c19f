import { IconAsterisk, IconChevronRight, IconDots } from '@tabler/icons-react'
import { memo } from 'react'
import { type FieldLevel, type Permissions, verbs } from '#shared/access/permissions.ts'
import { keptBy } from '#shared/access/scope-of.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { ObjectIcon } from '#web/design/object-icon.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { GridPart } from './grid-part.tsx'
import { KeptCells } from './kept-cells.tsx'
import classes from './matrix.module.css'
import { reachOf } from './reach-of.ts'
import { type Handling, ScopeCell } from './scope-cell.tsx'

interface MatrixRowProps extends Handling {
  /** None: what is usual. */
  readonly object: CatalogueObject | undefined
  readonly usual: Permissions['usual']
  readonly own: Permissions['objects'][string] | undefined
  readonly rights: Permissions['rights']
  readonly levels: Readonly<Record<string, FieldLevel>> | undefined
  readonly open: boolean
  readonly locked: boolean
  readonly onFold: (object: string) => void
}

const noLevels = {}

/** An object with how far each verb reaches in it. */
export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { object, usual, own, rights, levels = noLevels, locked, ask, choose } = props
  const { t, label } = useMessages()
  const name = object === undefined ? t('access.usual') : label(object.pluralLabel ?? object.label)
  const limited = Object.keys(levels).length
  const kept = object === undefined ? undefined : keptBy(object.key)
  const permissions: Permissions = {
    usual,
    objects: object === undefined || own === undefined ? {} : { [object.key]: own },
    fields: {},
    rights,
  }
  return (
    <GridPart role="row" className={classes.row} data-usual={object === undefined || undefined}>
      <GridPart role="rowheader" className={classes.rowHead}>
        {object === undefined ? (
          <span className={classes.name} data-still>
            <IconAsterisk size={16} aria-hidden />
            <span className={classes.title}>{name}</span>
          </span>
        ) : (
          <button
            type="button"
            className={classes.name}
            data-column={0}
            tabIndex={-1}
            aria-expanded={props.open}
            title={t('access.showFields', { object: name })}
            onClick={() => props.onFold(object.key)}
          >
            <IconChevronRight className={classes.chevron} aria-hidden />
            <ObjectIcon name={object.icon} />
            <span className={classes.title}>{name}</span>
            {limited > 0 && (
              <span className={classes.limited}>{t('access.limited', { count: limited })}</span>
            )}
          </button>
        )}
      </GridPart>
      {kept !== undefined && kept !== 'engine' ? (
        <KeptCells right={kept} />
      ) : (
        <>
          <GridPart role="gridcell" className={classes.cell}>
            {!locked && (
              <button
                type="button"
                className={classes.whole}
                data-column={1}
                tabIndex={-1}
                aria-label={t('access.row', { object: name })}
                aria-haspopup="menu"
                onClick={(event) => ask(event.currentTarget, { kind: 'row', object })}
              >
                <IconDots size={14} aria-hidden />
              </button>
            )}
          </GridPart>
          {verbs.map((verb) => (
            <ScopeCell
              key={verb}
              object={object}
              name={name}
              verb={verb}
              scope={reachOf(permissions, object, verb)}
              look={object === undefined ? 'usual' : own?.[verb] === undefined ? 'follows' : 'differs'}
              locked={locked}
              ask={ask}
              choose={choose}
            />
          ))}
        </>
      )}
    </GridPart>
  )
})
