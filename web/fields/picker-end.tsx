import { IconChevronDown, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { IconButton } from '#web/design/icon-button.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './picker.module.css'

/** The end of a picker: the way to what is chosen, the way to choose nothing. The input keeps the focus meanwhile. */
export function PickerEnd({ lead, onClear }: { lead: ReactNode; onClear: (() => void) | undefined }) {
  const { t } = useMessages()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps the focus where it is
    <span className={classes.end} onMouseDown={(event) => event.preventDefault()}>
      {lead}
      {onClear !== undefined && (
        <IconButton
          size="sm"
          tabIndex={-1}
          icon={IconX}
          label={t('design.clear')}
          onClick={(event) => {
            event.stopPropagation()
            onClear()
          }}
        />
      )}
      <span className={classes.chevron}>
        <IconChevronDown aria-hidden />
      </span>
    </span>
  )
}
