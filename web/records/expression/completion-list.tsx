import { IconBuilding, IconMathFunction, IconMathGreater, IconTag } from '@tabler/icons-react'
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

/** Lines at a time: what is further is reached by the arrow keys, or by typing more. */
const shown = 7

/** What could be written next. The field keeps the focus and names the active line. */
export function CompletionList({ id, items, active, onTake }: CompletionListProps) {
  const { t } = useMessages()
  const first = Math.max(0, Math.min(active - shown + 2, items.length - shown))
  return (
    <div id={id} role="listbox" aria-label={t('views.completions')} className={classes.list}>
      {items.slice(first, first + shown).map((item, at) => {
        const index = first + at
        const Shape = icons[item.kind]
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field that has the focus takes the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
          <div
            key={`${item.kind} ${item.detail} ${item.insert}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            aria-posinset={index + 1}
            aria-setsize={items.length}
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
