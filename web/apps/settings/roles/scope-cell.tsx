import { memo } from 'react'
import { type Scope, type Verb, verbs } from '#shared/access/permissions.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { chosenByLetter } from './choices.ts'
import type { Chosen, Place } from './editing.ts'
import { GridPart } from './grid-part.tsx'
import classes from './matrix.module.css'
import { ScopeGlyph } from './scope-glyph.tsx'
import { useScopeWord } from './use-scope-words.ts'

export interface Handling {
  /** Opens the choices beneath an element. */
  readonly ask: (element: HTMLElement, place: Place) => void
  readonly choose: (place: Place, scope: Chosen) => void
}

interface ScopeCellProps extends Handling {
  readonly object: CatalogueObject | undefined
  /** Of the row. */
  readonly name: string
  readonly verb: Verb
  readonly scope: Scope
  readonly look: 'usual' | 'follows' | 'differs'
  readonly locked: boolean
}

/** How far one verb reaches in one object: opens its choices, or takes one by its letter. */
export const ScopeCell = memo(function ScopeCell(props: ScopeCellProps) {
  const { object, verb, scope, look, locked, ask, choose } = props
  const { t } = useMessages()
  const word = useScopeWord()(scope, verb)
  const cell = t('access.cell', { object: props.name, verb: t(`access.verb_${verb}`), scope: word })
  const place: Place = { kind: 'cell', object, verb }
  return (
    <GridPart role="gridcell" className={classes.cell}>
      <button
        type="button"
        className={classes.scope}
        data-column={verbs.indexOf(verb) + 2}
        data-look={look}
        data-scope={scope}
        tabIndex={object === undefined && verb === 'read' ? 0 : -1}
        aria-label={look === 'differs' ? t('access.differing', { cell }) : cell}
        aria-haspopup="menu"
        aria-disabled={locked || undefined}
        onClick={(event) => !locked && ask(event.currentTarget, place)}
        onKeyDown={(event) => {
          if (locked || event.ctrlKey || event.metaKey || event.altKey) return
          const chosen = chosenByLetter(event.key)
          if (chosen === undefined) return
          event.preventDefault()
          event.stopPropagation()
          choose(place, chosen.scope)
        }}
      >
        <ScopeGlyph scope={scope} />
        <span className={classes.word}>{word}</span>
      </button>
    </GridPart>
  )
})
