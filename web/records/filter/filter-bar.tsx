import { Popover } from '@mantine/core'
import { IconFilter, IconPlus } from '@tabler/icons-react'
import { Fragment, lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { Button } from '#web/design/button.tsx'
import { IconButton } from '#web/design/icon-button.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { type FilterGroup, noFilter } from './filter.ts'
import classes from './filter-bar.module.css'
import { type ChipWord, FilterChip } from './filter-chip.tsx'
import panelClasses from './filter-panel.module.css'
import type { FilterFocus } from './filter-panel.tsx'
import { Matching } from './matching.tsx'

const loadPanel = async () => ({ default: (await import('./filter-panel.tsx')).FilterPanel })
/** Whoever only reads the list does without the panel and the language that it types in. */
const FilterPanel = lazy(loadPanel)

/** What the filter is saved into from its panel: the present view, or a new one. */
interface FilterSaving {
  readonly label: string
  readonly keyHint: string
  readonly onSave: () => void
}

export interface FilterBarProps {
  readonly object: CatalogueObject
  readonly filter: FilterGroup
  readonly onChange: (filter: FilterGroup) => void
  readonly onType: (text: string) => void
  readonly opened: boolean
  readonly onOpened: (opened: boolean) => void
  /** How many records match; undefined while they are counted. */
  readonly count: number | undefined
  readonly saving: FilterSaving | undefined
}

const noFocus: FilterFocus = { part: -1, word: 'value' }

/** Chips of the filter, and a panel that opens beneath the one that was pressed. */
export function FilterBar(props: FilterBarProps) {
  const { object, filter, onChange, opened, onOpened } = props
  const { t } = useMessages()
  const bar = useRef<HTMLDivElement>(null)
  const [focus, setFocus] = useState(noFocus)
  const [left, setLeft] = useState(0)
  const { parts } = filter
  const open = (at: Element | null, part: number, word: ChipWord = 'value') => {
    const edge = bar.current?.getBoundingClientRect().left ?? 0
    setLeft((at?.getBoundingClientRect().left ?? edge) - edge)
    setFocus({ part, word })
    onOpened(true)
  }
  useEffect(() => {
    if (!opened) {
      setFocus(noFocus)
      setLeft(0)
      return
    }
    const close = (event: MouseEvent) => {
      const inside =
        event.target instanceof Element && event.target.closest('[data-portal], [data-filter-bar]')
      if (!inside) onOpened(false)
    }
    document.addEventListener('mousedown', close)
    return () => document.removeEventListener('mousedown', close)
  }, [opened, onOpened])
  return (
    <div ref={bar} className={classes.bar} data-filter-bar>
      <Button
        icon={IconFilter}
        keyHint={parts.length === 0 ? 'F' : undefined}
        onPointerEnter={() => void loadPanel()}
        onClick={(event) => (opened ? onOpened(false) : open(event.currentTarget, -1))}
        aria-expanded={opened}
        aria-haspopup="dialog"
      >
        {t('records.filter')}
      </Button>
      {parts.length > 0 && (
        <div className={classes.chips}>
          {parts.map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two conditions may be the same, their place is what they are
            <Fragment key={index}>
              {index > 0 && filter.joint === 'or' && <span className={classes.or}>{t('views.or')}</span>}
              <FilterChip
                part={part}
                object={object}
                opened={opened && focus.part === index}
                onOpen={(chip, word) => open(chip, index, word)}
                onRemove={() => onChange({ ...filter, parts: parts.filter((_, at) => at !== index) })}
              />
            </Fragment>
          ))}
        </div>
      )}
      {parts.length > 0 && (
        <IconButton
          icon={IconPlus}
          size="sm"
          label={t('records.addCondition')}
          onClick={(event) => open(event.currentTarget, -1)}
        />
      )}
      <Popover
        opened={opened}
        onChange={onOpened}
        width={592}
        position="bottom-start"
        // Lists of choices float in portals of their own: a click there is no click outside.
        closeOnClickOutside={false}
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <span className={classes.anchor} style={{ left }} aria-hidden />
        </Popover.Target>
        <Popover.Dropdown p={0} aria-label={t('records.filterConditions')}>
          <Suspense fallback={<div className={panelClasses.loading} />}>
            <FilterPanel
              object={object}
              filter={filter}
              onChange={onChange}
              onType={props.onType}
              focus={focus}
              onDone={() => onOpened(false)}
            />
          </Suspense>
          <footer className={panelClasses.foot}>
            <Matching object={object} count={props.count} />
            {parts.length > 0 && (
              <Button variant="subtle" onClick={() => onChange(noFilter)}>
                {t('design.clear')}
              </Button>
            )}
            {props.saving !== undefined && (
              <Button variant="primary" keyHint={props.saving.keyHint} onClick={props.saving.onSave}>
                {props.saving.label}
              </Button>
            )}
          </footer>
        </Popover.Dropdown>
      </Popover>
    </div>
  )
}
