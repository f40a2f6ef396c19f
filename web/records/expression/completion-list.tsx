import { IconBuilding, IconMathFunction, IconMathGreater, IconTag } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { FieldIcon } from '#web/fields/field-icon.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import type { Completion } from './completion.ts'
import classes from './completion-list.module.css'

interface CompletionListProps {
  readonly id: string
  readonly items: readonly Completion[]
  readonly active: number
  readonly onTake: (index: number) => void
}

const icons = {
  field: IconTag,
  function: IconMathFunction,
  option: IconTag,
  operator: IconMathGreater,
  record: IconBuilding,
} as const satisfies Record<Completion['kind'], typeof IconTag>

/** What could be written next. The field keeps the focus and names the active line. */
export function CompletionList({ id, items, active, onTake }: CompletionListProps) {
  const { t } = useMessages()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div ref={list} id={id} role="listbox" aria-label={t('views.completions')} className={classes.list}>
      {items.map((item, index) => {
        const Shape = icons[item.kind]
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field that has the focus takes the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
          <div
            key={`${item.kind} ${item.detail} ${item.insert}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className={classes.item}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(index)}
          >
            {item.type === undefined ? <Shape size={14} aria-hidden /> : <FieldIcon type={item.type} />}
            <span className={classes.label}>{item.label}</span>
            <span className={classes.detail}>{item.detail}</span>
          </div>
        )
      })}
    </div>
  )
}
