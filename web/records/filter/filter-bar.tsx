import { Popover } from '@mantine/core'
import { IconFilter, IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { Button } from '#web/design/button.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import { IconButton } from '#web/design/icon-button.tsx'
import { usePhone } from '#web/design/use-phone.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { inSentence } from '../in-sentence.ts'
import classes from './filter.module.css'
import type { FilterPart } from './filter.ts'
import { FilterChip } from './filter-chip.tsx'

const loadPanel = async () => ({ default: (await import('./filter-panel.tsx')).FilterPanel })
/** Whoever only reads the list does without the panel and the language that it types in. */
const FilterPanel = lazy(loadPanel)

interface FilterBarProps {
  readonly object: CatalogueObject
  readonly parts: readonly FilterPart[]
  readonly onChange: (parts: readonly FilterPart[]) => void
  readonly opened: boolean
  readonly onOpened: (opened: boolean) => void
  /** How many records match, formatted; undefined while it is counted. */
  readonly count: string | undefined
}

/** Chips of the filter; a pop-up under them on wide screens, a sheet on phone ones. */
export function FilterBar(props: FilterBarProps) {
  const { object, parts, onChange, opened, onOpened, count } = props
  const { t, label, language } = useMessages()
  const phone = usePhone()
  const [focused, setFocused] = useState(-1)
  const open = (index: number) => {
    setFocused(index)
    onOpened(true)
  }
  useEffect(() => {
    if (!opened || phone) return
    const close = (event: MouseEvent) => {
      const inside =
        event.target instanceof Element && event.target.closest('[data-portal], [data-filter-bar]')
      if (!inside) onOpened(false)
    }
    document.addEventListener('mousedown', close)
    return () => document.removeEventListener('mousedown', close)
  }, [opened, phone, onOpened])
  const remove = (index: number) => onChange(parts.filter((_, at) => at !== index))
  const button = (
    <Button
      icon={IconFilter}
      data-filter-bar
      onPointerEnter={() => void loadPanel()}
      onClick={() => (opened ? onOpened(false) : open(-1))}
      aria-expanded={opened}
      aria-haspopup="dialog"
    >
      {phone && parts.length > 0 ? t('records.filterCount', { count: parts.length }) : t('records.filter')}
    </Button>
  )
  const panel = (
    <Suspense fallback={<div className={classes.loading} />}>
      <FilterPanel
        object={object}
        parts={parts}
        onChange={onChange}
        focused={focused}
        onDone={() => onOpened(false)}
      />
    </Suspense>
  )
  const clear = parts.length > 0 && (
    <Button variant="subtle" onClick={() => onChange([])}>
      {t('design.clear')}
    </Button>
  )
  const matching =
    count === undefined
      ? undefined
      : t('records.matching', { count, object: inSentence(label(object.label), language) })
  if (phone) {
    return (
      <>
        {button}
        <Dialog
          opened={opened}
          onClose={() => onOpened(false)}
          title={t('records.filter')}
          footer={
            <>
              {clear}
              <Button variant="primary" onClick={() => onOpened(false)}>
                {count === undefined ? t('records.show') : t('records.showCount', { count })}
              </Button>
            </>
          }
        >
          {panel}
        </Dialog>
      </>
    )
  }
  return (
    <Popover
      opened={opened}
      onChange={onOpened}
      width={520}
      position="bottom-start"
      // Lists of choices float in portals of their own: a click there is no click outside.
      closeOnClickOutside={false}
      trapFocus
      returnFocus
    >
      <Popover.Target>{button}</Popover.Target>
      <div className={classes.chips} data-filter-bar>
        {parts.map((part, index) => (
          <FilterChip
            // biome-ignore lint/suspicious/noArrayIndexKey: two conditions may be the same, their place is what they are
            key={index}
            part={part}
            object={object}
            onOpen={() => open(index)}
            onRemove={() => remove(index)}
          />
        ))}
        {parts.length > 0 && (
          <IconButton icon={IconPlus} size="sm" label={t('records.addCondition')} onClick={() => open(-1)} />
        )}
      </div>
      <Popover.Dropdown p={0}>
        {panel}
        <footer className={classes.footer}>
          <span>{matching}</span>
          {clear}
        </footer>
      </Popover.Dropdown>
    </Popover>
  )
}
