import { IconChevronRight } from '@tabler/icons-react'
import { useId, useMemo, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { Button } from '#web/design/button.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { inSentence } from '../in-sentence.ts'
import { countText } from '../list/count-text.ts'
import { type FilterGroup, noFilter } from './filter.ts'
import type { FilterBarProps } from './filter-bar.tsx'
import { FilterPanel } from './filter-panel.tsx'
import classes from './filter-sheet.module.css'
import { furtherParts, quickFields, quickOperators, quickValue, withQuick } from './quick.ts'
import { QuickChoices } from './quick-choices.tsx'
import { QuickRange } from './quick-range.tsx'
import { QuickUsual } from './quick-usual.tsx'

/** The filter on a phone: what one asks for most at once, the rest below; the button says how many will show. */
export function FilterSheet(props: Omit<FilterBarProps, 'opened'>) {
  const { object, filter, onChange, onOpened, count, saving } = props
  const { t, language, label } = useMessages()
  const close = () => onOpened(false)
  return (
    <Dialog
      opened
      still
      onClose={close}
      title={t('records.filter')}
      act={
        filter.parts.length > 0 && (
          <Button variant="subtle" onClick={() => onChange(noFilter)}>
            {t('design.clear')}
          </Button>
        )
      }
      footer={
        <div className={classes.foot}>
          {saving !== undefined && (
            <Button
              onClick={() => {
                close()
                saving.onSave()
              }}
            >
              {saving.label}
            </Button>
          )}
          <Button variant="primary" onClick={close}>
            {count === undefined
              ? t('records.show')
              : t('views.showMatching', {
                  count: countText(count, language),
                  object: inSentence(
                    label(count === 1 ? object.label : (object.pluralLabel ?? object.label)),
                    language,
                  ),
                })}
          </Button>
        </div>
      }
    >
      {filter.joint === 'and' && <QuickSection object={object} filter={filter} onChange={onChange} />}
      <FurtherSection {...props} onDone={close} />
    </Dialog>
  )
}

interface QuickSectionProps {
  readonly object: CatalogueObject
  readonly filter: FilterGroup
  readonly onChange: (filter: FilterGroup) => void
}

function QuickSection({ object, filter, onChange }: QuickSectionProps) {
  const quick = useMemo(() => quickFields(object), [object])
  return quick.map((one) => {
    const { field, kind } = one
    const [operator, other] = quickOperators(one)
    if (operator === undefined) return null
    const value = quickValue(filter, field.name, operator)
    const set = (next: unknown) => onChange(withQuick(filter, field.name, operator, next))
    if (kind === 'choices') return <QuickChoices key={field.key} field={field} value={value} onChange={set} />
    if (kind === 'range' && other !== undefined) {
      return (
        <QuickRange
          key={field.key}
          field={field}
          least={value}
          most={quickValue(filter, field.name, other)}
          onLeast={set}
          onMost={(next) => onChange(withQuick(filter, field.name, other, next))}
        />
      )
    }
    return (
      <QuickUsual
        key={field.key}
        object={object}
        condition={{ field: field.name, operator, value }}
        field={field}
        onChange={set}
      />
    )
  })
}

/** What the quick fields do not show, to fill in or to type. */
function FurtherSection(props: Omit<FilterBarProps, 'opened'> & { onDone: () => void }) {
  const { object, filter, onChange } = props
  const { t } = useMessages()
  const id = useId()
  const quick = filter.joint === 'and' ? quickFields(object) : []
  const further = furtherParts(filter, quick)
  const [opened, setOpened] = useState(further.length > 0 || filter.joint === 'or')
  const inner: FilterGroup = { ...filter, parts: further.map(({ part }) => part) }
  const replace = (next: FilterGroup) => {
    const places = new Set(further.map(({ index }) => index))
    onChange({ ...next, parts: [...filter.parts.filter((_, index) => !places.has(index)), ...next.parts] })
  }
  return (
    <section className={classes.further}>
      <button
        type="button"
        className={classes.line}
        aria-expanded={opened}
        aria-controls={id}
        onClick={() => setOpened(!opened)}
      >
        <span className={classes.name}>{t('views.moreConditions')}</span>
        <span className={classes.value}>{further.length === 0 ? t('views.any') : further.length}</span>
        <IconChevronRight size={16} data-opened={opened || undefined} aria-hidden />
      </button>
      <div id={id} hidden={!opened}>
        {opened && (
          <FilterPanel
            object={object}
            filter={inner}
            whole={filter}
            onChange={replace}
            onType={props.onType}
            onDone={props.onDone}
          />
        )}
      </div>
    </section>
  )
}
