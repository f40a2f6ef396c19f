import { Menu } from '@mantine/core'
import { Fragment, useCallback, useEffect, useRef, useState } from 'react'
import { type FieldLevel, verbs } from '#shared/access/permissions.ts'
import { scopeOf } from '#shared/access/scope-of.ts'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { useCatalogue } from '#web/data/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { withLevel } from './change-permissions.ts'
import { choicesAt, withPlace } from './choices.ts'
import type { Chosen, Editing, Place } from './editing.ts'
import { FieldRows } from './field-rows.tsx'
import { gridKeys } from './grid-keys.ts'
import { GridPart } from './grid-part.tsx'
import { keptLevel, levelReason, limitable } from './level-choices.ts'
import classes from './matrix.module.css'
import { MatrixRow } from './matrix-row.tsx'
import { ScopeMenu } from './scope-menu.tsx'
import { shownObjects } from './shown-objects.ts'

interface Asked {
  readonly place: Place
  readonly element: HTMLElement
  readonly box: {
    readonly left: number
    readonly top: number
    readonly width: number
    readonly height: number
  }
}

/** Objects by verbs, each cell how far; fields unfold beneath their object. */
export function RoleMatrix({ editing }: { editing: Editing }) {
  const { t } = useMessages()
  const catalogue = useCatalogue()
  const { permissions, own, locked } = editing
  const ground = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState<Asked>()
  // What rows call stays the same, so that a change draws one of them anew and not all.
  const latest = useRef({ editing, catalogue })
  useEffect(() => {
    latest.current = { editing, catalogue }
  })

  const ask = useCallback((element: HTMLElement, place: Place) => {
    const base = ground.current?.getBoundingClientRect()
    const { left, top, width, height } = element.getBoundingClientRect()
    if (base !== undefined)
      setAsked({ place, element, box: { left: left - base.left, top: top - base.top, width, height } })
  }, [])
  const choose = useCallback((place: Place, scope: Chosen) => {
    const { editing: now, catalogue: known } = latest.current
    const choice = choicesAt(now.permissions, place, now.own, known).find((one) => one.scope === scope)
    if (choice !== undefined && choice.blocked === undefined)
      now.change((before) => withPlace(before, place, scope))
  }, [])
  const fold = useCallback(
    (object: string) =>
      setOpen((before) => (before.has(object) ? without(before, object) : new Set([...before, object]))),
    [],
  )
  const setLevel = useCallback((object: CatalogueObject, field: Field, level: FieldLevel) => {
    latest.current.editing.change((before) =>
      withLevel(before, object.key, field.key, keptLevel(field, level)),
    )
  }, [])
  const setLevels = useCallback((object: CatalogueObject, level: FieldLevel) => {
    latest.current.editing.change((before) =>
      limitable(object).reduce((done, field) => {
        const ownLevel = latest.current.editing.own.fields[object.key]?.[field.key] ?? 'edit'
        const creates = scopeOf(before, object.key, 'create') !== 'none'
        // What cannot be hidden stays as it is: its row says why.
        return levelReason(object, field, level, { ownLevel, creates }) === undefined
          ? withLevel(done, object.key, field.key, keptLevel(field, level))
          : done
      }, before),
    )
  }, [])
  const close = () => {
    asked?.element.focus()
    setAsked(undefined)
  }

  return (
    <div ref={ground} className={classes.ground}>
      <GridPart
        role="grid"
        aria-label={t('access.records')}
        className={classes.grid}
        onKeyDown={gridKeys.onKeyDown}
        onFocus={gridKeys.onFocus}
      >
        <GridPart role="row" className={`${classes.row} ${classes.head}`}>
          <GridPart role="columnheader" className={classes.headTitle}>
            {t('access.object')}
          </GridPart>
          <GridPart role="gridcell" />
          {verbs.map((verb, index) => (
            <GridPart key={verb} role="columnheader" className={classes.cell}>
              <button
                type="button"
                className={classes.verb}
                data-column={index + 2}
                tabIndex={-1}
                aria-haspopup={locked ? undefined : 'menu'}
                aria-disabled={locked || undefined}
                onClick={(event) => !locked && ask(event.currentTarget, { kind: 'column', verb })}
              >
                {t(`access.verb_${verb}`)}
              </button>
            </GridPart>
          ))}
        </GridPart>
        {[undefined, ...shownObjects(catalogue)].map((object) => (
          <Fragment key={object?.key ?? ''}>
            <MatrixRow
              object={object}
              usual={permissions.usual}
              own={object && permissions.objects[object.key]}
              rights={permissions.rights}
              levels={object && permissions.fields[object.key]}
              open={object !== undefined && open.has(object.key)}
              locked={locked}
              ask={ask}
              choose={choose}
              onFold={fold}
            />
            {object !== undefined && open.has(object.key) && (
              <FieldRows
                object={object}
                levels={permissions.fields[object.key]}
                ownLevels={own.fields[object.key]}
                creates={scopeOf(permissions, object.key, 'create') !== 'none'}
                locked={locked}
                onLevel={setLevel}
                onAll={setLevels}
              />
            )}
          </Fragment>
        ))}
      </GridPart>
      <Menu
        opened={asked !== undefined}
        onChange={(opened) => !opened && close()}
        position="bottom-start"
        width={220}
      >
        <Menu.Target>
          <span className={classes.anchor} style={asked?.box} aria-hidden />
        </Menu.Target>
        {asked !== undefined && (
          <ScopeMenu
            place={asked.place}
            editing={editing}
            onChoose={(scope) => {
              choose(asked.place, scope)
              close()
            }}
          />
        )}
      </Menu>
    </div>
  )
}

const without = (names: ReadonlySet<string>, gone: string): ReadonlySet<string> =>
  new Set([...names].filter((name) => name !== gone))
