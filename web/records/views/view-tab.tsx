import { Link } from '@tanstack/react-router'
import type { DragEvent, KeyboardEvent, ReactNode } from 'react'
import type { ViewKind } from '#shared/metadata/view.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { KindIcon } from './kind-icon.tsx'
import classes from './view-tabs.module.css'

interface ViewTabProps {
  readonly object: string
  /** Undefined: the plain list. */
  readonly id: string | undefined
  readonly name: string
  readonly kind: ViewKind
  readonly current: boolean
  readonly changed: boolean
  readonly hidden: boolean
  readonly drag?: {
    readonly edge: 'before' | 'after' | undefined
    readonly onStart: () => void
    readonly onOver: (edge: 'before' | 'after') => void
    readonly onEnd: () => void
    readonly onDrop: () => void
    readonly onStep: (step: -1 | 1) => void
  }
  readonly menu?: ReactNode
}

/** One view; dragged, or moved by Alt and an arrow key, to another place. */
export function ViewTab({ object, id, name, kind, current, changed, hidden, drag, menu }: ViewTabProps) {
  const { t } = useMessages()
  const keyDown = (event: KeyboardEvent) => {
    if (!event.altKey || drag === undefined) return
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : undefined
    if (step === undefined) return
    event.preventDefault()
    drag.onStep(step)
  }
  const over = (event: DragEvent<HTMLElement>) => {
    event.preventDefault()
    const box = event.currentTarget.getBoundingClientRect()
    drag?.onOver(event.clientX < box.left + box.width / 2 ? 'before' : 'after')
  }
  return (
    <li
      data-tab
      data-hidden={hidden || undefined}
      data-edge={drag?.edge}
      className={classes.tab}
      data-current={current || undefined}
      {...(drag !== undefined && { onDragOver: over, onDrop: drag.onDrop })}
    >
      <Link
        to="/o/$object"
        params={{ object }}
        search={id === undefined ? {} : { view: id }}
        activeOptions={{ exact: true, includeSearch: true }}
        className={classes.link}
        aria-current={current ? 'page' : undefined}
        aria-keyshortcuts={drag && 'Alt+ArrowLeft Alt+ArrowRight'}
        title={name}
        draggable={drag !== undefined}
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'move'
          drag?.onStart()
        }}
        onDragEnd={drag?.onEnd}
        onKeyDown={keyDown}
      >
        <KindIcon kind={kind} />
        <span className={classes.name}>{name}</span>
        {changed && <span className={classes.dot} role="img" aria-label={t('views.changed')} />}
      </Link>
      {menu}
    </li>
  )
}
