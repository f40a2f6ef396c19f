import { CloseButton } from '@mantine/core'
import { useState } from 'react'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './picker.module.css'
import type { PickerItem } from './picker.tsx'

interface ChosenPillsProps {
  readonly chosen: readonly PickerItem[]
  readonly multiple: boolean
  readonly onRemove: (id: string) => void
}

/** Of hundreds that are chosen these many are drawn until somebody wants to see the rest. */
const most = 24

/** What is chosen, in the field itself. */
export function ChosenPills({ chosen, multiple, onRemove }: ChosenPillsProps) {
  const { t } = useMessages()
  const [all, setAll] = useState(false)
  const shown = all ? chosen : chosen.slice(0, most)
  if (!multiple)
    return chosen.map((item) => (
      <span key={item.id} className={classes.single}>
        {item.node ?? item.label}
      </span>
    ))
  return (
    <>
      {shown.map((item) => (
        <span key={item.id} className={classes.pill} data-drawn={item.node !== undefined || undefined}>
          {item.node ?? <span>{item.label}</span>}
          <CloseButton
            size={16}
            tabIndex={-1}
            aria-label={t('design.remove', { name: item.label })}
            onMouseDown={(event) => event.preventDefault()}
            onClick={(event) => {
              event.stopPropagation()
              onRemove(item.id)
            }}
          />
        </span>
      ))}
      {shown.length < chosen.length && (
        <button
          type="button"
          tabIndex={-1}
          className={classes.rest}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setAll(true)}
        >
          {t('fields.moreChosen', { count: chosen.length - shown.length })}
        </button>
      )}
    </>
  )
}
