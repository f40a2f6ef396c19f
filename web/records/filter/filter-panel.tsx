import { IconPlus } from '@tabler/icons-react'
import { useId, useLayoutEffect, useRef, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { Button } from '#web/design/button.tsx'
import { Tabs } from '#web/design/tabs.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { inSentence } from '../in-sentence.ts'
import { filterFields, operatorsOf } from './condition.ts'
import { ConditionRow } from './condition-row.tsx'
import { ExpressionInput } from './expression-input.tsx'
import classes from './filter.module.css'
import { type FilterPart, partsOf, textOf } from './filter.ts'

interface FilterPanelProps {
  readonly object: CatalogueObject
  readonly parts: readonly FilterPart[]
  readonly onChange: (parts: readonly FilterPart[]) => void
  /** The chip that was clicked: its value takes the focus. */
  readonly focused: number
  readonly onDone: () => void
}

/** All conditions of the list, to fill in or to type as one expression. */
export function FilterPanel({ object, parts, onChange, focused, onDone }: FilterPanelProps) {
  const { t, label, language } = useMessages()
  const panelId = useId()
  const typed = parts.some((part) => part.kind === 'expression')
  const [mode, setMode] = useState<'conditions' | 'expression'>(
    parts[focused]?.kind === 'expression' ? 'expression' : 'conditions',
  )
  const place = useRef<HTMLElement>(null)
  // The trap that holds the focus in the pop-up begins at what is marked so.
  useLayoutEffect(() => {
    const value = place.current?.querySelectorAll('[data-part]')[focused]?.querySelector('[data-value] input')
    const start = value ?? place.current
    start?.setAttribute('data-autofocus', '')
    // Loaded on demand, the panel may come after the trap has looked.
    if (start instanceof HTMLElement && !place.current?.contains(document.activeElement)) start.focus()
  }, [focused])
  const replace = (index: number, part: FilterPart) =>
    onChange(parts.map((other, at) => (at === index ? part : other)))
  const add = () => {
    const used = new Set(parts.map((part) => (part.kind === 'condition' ? part.field : '')))
    const fields = filterFields(object)
    const field = fields.find((one) => !used.has(one.name)) ?? fields[0]
    const operator = field && operatorsOf(field)[0]
    if (field === undefined || operator === undefined) return
    onChange([...parts, { kind: 'condition', field: field.name, operator, value: null }])
  }
  return (
    <section ref={place} tabIndex={-1} className={classes.place} aria-label={t('records.filterConditions')}>
      <Tabs
        tabs={[
          { name: 'conditions', label: t('records.conditions') },
          { name: 'expression', label: t('records.expression') },
        ]}
        current={mode}
        onChange={setMode}
        label={t('records.filterConditions')}
        panelId={panelId}
      />
      <div id={panelId} role="tabpanel" className={classes.panel}>
        {mode === 'expression' ? (
          <ExpressionInput
            text={textOf(parts, object)}
            object={object}
            autoFocus
            onApply={(text) => onChange(partsOf(text, object))}
          />
        ) : (
          <>
            {parts.map((part, index) =>
              part.kind === 'condition' ? (
                <ConditionRow
                  // biome-ignore lint/suspicious/noArrayIndexKey: two conditions may be the same, their place is what they are
                  key={index}
                  condition={part}
                  object={object}
                  first={index === 0}
                  autoFocus={index === focused}
                  onChange={(condition) => replace(index, { kind: 'condition', ...condition })}
                  onRemove={() => onChange(parts.filter((_, at) => at !== index))}
                  onDone={onDone}
                />
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <code key={index} data-part className={classes.typed}>
                  {part.text}
                </code>
              ),
            )}
            {parts.length === 0 && (
              <p className={classes.hint}>
                {t('records.noConditions', { object: inSentence(label(object.label), language) })}
              </p>
            )}
            {typed && <p className={classes.hint}>{t('records.typedConditions')}</p>}
            <Button variant="subtle" size="sm" icon={IconPlus} onClick={add}>
              {t('records.addCondition')}
            </Button>
          </>
        )}
      </div>
    </section>
  )
}
