import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { useCatalogue } from '#web/data/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { ExpressionEditor } from '../expression/expression-editor.tsx'
import { inSentence } from '../in-sentence.ts'
import { type FilterGroup, filterOf, isTooLong, textOf } from './filter.ts'
import type { ChipWord } from './filter-chip.tsx'
import classes from './filter-panel.module.css'
import { GroupRows } from './group-rows.tsx'
import { type FilterMode, ModeSwitch } from './mode-switch.tsx'

export interface FilterFocus {
  /** The chip that was pressed; -1: none. */
  readonly part: number
  readonly word: ChipWord
}

interface FilterPanelProps {
  readonly object: CatalogueObject
  readonly filter: FilterGroup
  /** What is typed stands for all of this; the same where undefined. */
  readonly whole?: FilterGroup
  readonly onChange: (filter: FilterGroup) => void
  readonly onType: (text: string) => void
  /** Where the focus goes; stays where it is where undefined. */
  readonly focus?: FilterFocus
  readonly onDone: () => void
  /** What no condition means, where that is not every record in the list; nothing is said where empty. */
  readonly none?: string
}

/** All conditions of the list, to fill in or to type as one expression. */
export function FilterPanel(props: FilterPanelProps) {
  const { object, filter, onChange, onType, focus, onDone } = props
  const { t, label, language } = useMessages()
  const catalogue = useCatalogue()
  const [mode, setMode] = useState<FilterMode>(
    filter.parts[focus?.part ?? -1]?.kind === 'expression' ? 'expression' : 'conditions',
  )
  const place = useRef<HTMLElement>(null)
  // The trap that holds the focus in the pop-up begins at what is marked so.
  useLayoutEffect(() => {
    if (focus === undefined) return
    const row = place.current?.querySelectorAll('[data-part]')[focus.part]
    const control = row?.querySelector(`[data-word="${focus.word}"] input`) ?? row?.querySelector('input')
    const start = control ?? place.current
    start?.setAttribute('data-autofocus', '')
    // Loaded on demand, the panel may come after the trap has looked.
    if (start instanceof HTMLElement && !place.current?.contains(document.activeElement)) start.focus()
    return () => start?.removeAttribute('data-autofocus')
  }, [focus])
  const refuse = useCallback(
    (text: string) =>
      isTooLong(textOf(filterOf(text, object, catalogue), object, catalogue))
        ? t('views.filterTooLong')
        : undefined,
    [object, catalogue, t],
  )
  /** Enter in an input; leaving one for another part of the panel is no end. */
  const done = () => {
    const at = document.activeElement
    if (at instanceof HTMLInputElement && place.current?.contains(at)) onDone()
  }
  return (
    <section ref={place} tabIndex={-1} className={classes.panel} aria-label={t('records.filterConditions')}>
      <header className={classes.head}>
        <h2 className={classes.title}>{t('records.filterConditions')}</h2>
        <ModeSwitch mode={mode} onMode={setMode} />
      </header>
      <div className={classes.content}>
        {mode === 'expression' ? (
          <ExpressionEditor
            object={object}
            text={textOf(props.whole ?? filter, object, catalogue)}
            expected="boolean"
            label={t('records.expression')}
            placeholder={t('records.expressionExample')}
            autoFocus
            refuse={refuse}
            onApply={(text) => onType(text.trim())}
          />
        ) : (
          <>
            {filter.parts.length === 0 && props.none !== '' && (
              <p className={classes.hint}>
                {props.none ??
                  t('records.noConditions', { object: inSentence(label(object.label), language) })}
              </p>
            )}
            <GroupRows
              group={filter}
              object={object}
              depth={0}
              focused={focus?.word === 'value' ? focus.part : -1}
              onChange={onChange}
              onDone={done}
              onWrite={() => setMode('expression')}
            />
          </>
        )}
      </div>
    </section>
  )
}
