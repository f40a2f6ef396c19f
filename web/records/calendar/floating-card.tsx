import { Popover } from '@mantine/core'
import type { ReactNode } from 'react'
import { Dialog } from '#web/design/dialog.tsx'
import { usePhone } from '#web/design/use-phone.ts'
import type { Place } from './calendar-acts.ts'
import classes from './floating-card.module.css'

interface FloatingCardProps {
  readonly title: string
  readonly place: Place
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A small card beside what it tells of; a sheet on a phone. Esc, or a touch elsewhere, closes it. */
export function FloatingCard({ title, place, onClose, children }: FloatingCardProps) {
  const phone = usePhone()
  if (phone) {
    return (
      <Dialog opened onClose={onClose} title={title}>
        {children}
      </Dialog>
    )
  }
  return (
    <Popover
      opened
      onChange={(opened) => {
        if (!opened) onClose()
      }}
      position="bottom-start"
      shadow="md"
      width={320}
      trapFocus
      returnFocus
      withinPortal
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <span aria-hidden className={classes.anchor} style={{ left: place.x, top: place.y }} />
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={title} className={classes.card ?? ''}>
        <h2 className={classes.title} dir="auto" title={title}>
          {title}
        </h2>
        {children}
      </Popover.Dropdown>
    </Popover>
  )
}
