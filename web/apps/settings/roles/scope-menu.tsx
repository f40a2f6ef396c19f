import { Menu } from '@mantine/core'
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react'
import { useCatalogue } from '#web/data/index.ts'
import { Kbd } from '#web/design/kbd.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { choicesAt, scopeAt } from './choices.ts'
import type { Chosen, Editing, Place } from './editing.ts'
import classes from './matrix.module.css'
import { ScopeGlyph } from './scope-glyph.tsx'
import { useScopeWord } from './use-scope-words.ts'

interface ScopeMenuProps {
  readonly place: Place
  readonly editing: Editing
  readonly onChoose: (scope: Chosen) => void
}

/** What a cell, a row or a column can be given: by a press or a letter; what cannot be given says why. */
export function ScopeMenu({ place, editing, onChoose }: ScopeMenuProps) {
  const { t, label } = useMessages()
  const word = useScopeWord()
  const catalogue = useCatalogue()
  const { permissions, own } = editing
  const choices = choicesAt(permissions, place, own, catalogue)
  const verb = place.kind === 'row' ? undefined : place.verb
  const object = place.kind === 'column' ? undefined : place.object
  const follows =
    place.kind === 'cell' &&
    object !== undefined &&
    permissions.objects[object.key]?.[place.verb] === undefined
  const current = scopeAt(permissions, place)
  const title =
    place.kind === 'column'
      ? t('access.column', { verb: t(`access.verb_${place.verb}`) })
      : t('access.row', {
          object: object === undefined ? t('access.usual') : label(object.pluralLabel ?? object.label),
        })
  return (
    <Menu.Dropdown
      onKeyDown={(event) => {
        const chosen = choices.find(({ letter }) => letter === event.key)
        if (chosen === undefined || event.ctrlKey || event.metaKey || event.altKey) return
        event.preventDefault()
        if (chosen.blocked === undefined) onChoose(chosen.scope)
      }}
    >
      {place.kind !== 'cell' && <Menu.Label>{title}</Menu.Label>}
      {choices.map(({ scope, letter, blocked }) => {
        const chosen = scope === undefined ? follows : !follows && scope === current
        return (
          <Menu.RadioItem
            key={scope ?? letter}
            value={scope ?? letter}
            checked={chosen}
            classNames={{ itemIndicator: classes.indicator ?? '' }}
            disabled={blocked !== undefined}
            rightSection={
              <span className={classes.choiceEnd}>
                {chosen && <IconCheck className={classes.tick} aria-hidden />}
                <Kbd>{letter.toUpperCase()}</Kbd>
              </span>
            }
            onChange={() => onChoose(scope)}
          >
            <span className={classes.choice}>
              {scope === undefined ? <IconArrowBackUp size={14} aria-hidden /> : <ScopeGlyph scope={scope} />}
              <span>
                {scope === undefined ? t('access.asUsual') : word(scope, verb)}
                {blocked !== undefined && <span className={classes.blocked}>{t(blocked)}</span>}
              </span>
            </span>
          </Menu.RadioItem>
        )
      })}
    </Menu.Dropdown>
  )
}
