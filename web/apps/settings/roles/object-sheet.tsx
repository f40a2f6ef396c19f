import type { ReactNode } from 'react'
import { type FieldLevel, fieldLevels, type Scope, verbs } from '#shared/access/permissions.ts'
import { keptBy, scopeOf } from '#shared/access/scope-of.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { useCatalogue } from '#web/data/index.ts'
import { Dialog } from '#web/design/dialog.tsx'
import { type Choice, Select } from '#web/design/select.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { withLevel } from './change-permissions.ts'
import { choicesAt, withPlace } from './choices.ts'
import type { Editing } from './editing.ts'
import { keptLevel, levelReason, limitable, shownLevel } from './level-choices.ts'
import { reachOf } from './reach-of.ts'
import classes from './sheets.module.css'
import { useScopeWord } from './use-scope-words.ts'

interface ObjectSheetProps {
  /** None: what is usual. */
  readonly object: CatalogueObject | undefined
  readonly editing: Editing
  readonly onClose: () => void
}

const asUsual = 'usual'

/** Everything a role says of one object, a line each. What cannot be given is not offered. */
export function ObjectSheet({ object, editing, onClose }: ObjectSheetProps) {
  const { t, label } = useMessages()
  const catalogue = useCatalogue()
  const word = useScopeWord()
  const { permissions, own, locked, change } = editing
  const right = object === undefined ? undefined : keptBy(object.key)
  return (
    <Dialog
      opened
      still
      onClose={onClose}
      title={object === undefined ? t('access.usual') : label(object.pluralLabel ?? object.label)}
    >
      {object === undefined && <p className={classes.what}>{t('access.usualWhat')}</p>}
      {right !== undefined && right !== 'engine' ? (
        <p className={classes.what}>{t('access.keptByRight', { right: t(`access.right_${right}`) })}</p>
      ) : (
        <div>
          {verbs.map((verb) => {
            const place = { kind: 'cell', object, verb } as const
            const follows = object !== undefined && permissions.objects[object.key]?.[verb] === undefined
            const scope = reachOf(permissions, object, verb)
            return (
              <SheetLine key={verb} name={t(`access.verb_${verb}`)}>
                <Select
                  aria-label={t(`access.verb_${verb}`)}
                  disabled={locked}
                  value={follows ? asUsual : scope}
                  choices={choicesAt(permissions, place, own, catalogue)
                    .filter(({ blocked, scope: one }) => blocked === undefined || one === scope)
                    .map(
                      (choice): Choice<Scope | typeof asUsual> =>
                        choice.scope === undefined
                          ? {
                              value: asUsual,
                              label: t('access.asUsualNamed', {
                                scope: word(reachOf(permissions, follows ? object : undefined, verb), verb),
                              }),
                            }
                          : { value: choice.scope, label: word(choice.scope, verb) },
                    )}
                  onChange={(next) =>
                    change((before) => withPlace(before, place, next === asUsual ? undefined : next))
                  }
                />
              </SheetLine>
            )
          })}
        </div>
      )}
      {object !== undefined && (
        <>
          <h3 className={classes.heading}>{t('access.fields')}</h3>
          <div>
            {limitable(object).map((field) => {
              const level = shownLevel(field, permissions.fields[object.key]?.[field.key] ?? 'edit')
              const ownLevel = own.fields[object.key]?.[field.key] ?? 'edit'
              const creates = scopeOf(permissions, object.key, 'create') !== 'none'
              const possible = (one: FieldLevel) =>
                one === level || levelReason(object, field, one, { ownLevel, creates }) === undefined
              return (
                <SheetLine key={field.key} name={label(field.label)}>
                  <Select
                    aria-label={label(field.label)}
                    disabled={locked}
                    value={level}
                    choices={fieldLevels
                      .filter(possible)
                      .map((one) => ({ value: one, label: t(`access.level_${one}`) }))}
                    onChange={(next) =>
                      change((before) => withLevel(before, object.key, field.key, keptLevel(field, next)))
                    }
                  />
                </SheetLine>
              )
            })}
          </div>
        </>
      )}
    </Dialog>
  )
}

const SheetLine = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className={classes.choice}>
    <span className={classes.title}>{name}</span>
    {children}
  </div>
)
