import { Checkbox } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { memo, startTransition, useDeferredValue, useEffect, useRef, useState } from 'react'
import type { RecordData } from '#web/data/index.ts'
import { titleOf } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { useBoard } from './board-context.ts'
import { useMoment } from './board-store.ts'
import classes from './card.module.css'
import { CardFace } from './card-face.tsx'
import { CardMenu } from './card-menu.tsx'
import { CardTitle } from './card-title.tsx'
import { keysHintId } from './live-region.tsx'

interface CardProps {
  readonly record: RecordData
  /** Pixels from the top of its column. */
  readonly top: number
  readonly height: number
  /** In the hand: its place stays in the document, unseen, as long as the finger that touched it is down. */
  readonly lifted: boolean
  /** Of its column: reached by Tab, as the active one is. */
  readonly first: boolean
}

/** A record in its column. Where it stands changes with every step of a drag: what it shows is not drawn anew for that. */
export const Card = memo(function Card({ record, top, height, lifted, first }: CardProps) {
  const { store, phone } = useBoard()
  const { id } = record
  const active = useMoment(store, (moment) => moment.active === id)
  const selected = useMoment(store, (moment) => moment.selected.has(id))
  const editing = useMoment(store, (moment) => moment.editing === id)
  // Buttons and their pop-ups cost more than all else on a card: they come with the pointer or the focus.
  const [met, setMet] = useState(phone)
  const tools = useDeferredValue(met || active || selected)
  const place = useRef<HTMLLIElement>(null)
  useEffect(() => {
    const element = place.current
    const elsewhere = document.activeElement?.closest('input, textarea, [role="dialog"], [role="menu"]')
    if (
      active &&
      !editing &&
      !lifted &&
      element !== null &&
      !element.contains(document.activeElement) &&
      !elsewhere
    )
      element.focus({ preventScroll: true })
  }, [active, editing, lifted])
  return (
    <li
      ref={place}
      className={classes.card}
      data-card={id}
      data-active={active || undefined}
      data-selected={selected || undefined}
      data-lifted={lifted || undefined}
      aria-describedby={keysHintId}
      tabIndex={active || first ? 0 : -1}
      style={{ transform: `translateY(${top}px)`, height }}
      onFocus={() => store.set({ active: id })}
      onPointerEnter={() => startTransition(() => setMet(true))}
    >
      <CardShown record={record} editing={editing} />
      {tools && <CardTools record={record} selected={selected} reachable={active} />}
    </li>
  )
})

const CardShown = memo(function CardShown({ record, editing }: { record: RecordData; editing: boolean }) {
  const { query, acts } = useBoard()
  const name = titleOf(query.object, record)
  return (
    <CardFace
      record={record}
      title={
        editing ? (
          <CardTitle record={record} />
        ) : (
          <Link
            to="/o/$object/$id"
            params={{ object: query.object.name, id: record.id }}
            tabIndex={-1}
            title={name}
            draggable={false}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return
              event.preventDefault()
              acts.open(record.id)
            }}
          >
            {name}
          </Link>
        )
      }
    />
  )
})

interface CardToolsProps {
  readonly record: RecordData
  readonly selected: boolean
  readonly reachable: boolean
}

const CardTools = memo(function CardTools({ record, selected, reachable }: CardToolsProps) {
  const { t } = useMessages()
  const { query, store, phone } = useBoard()
  const name = titleOf(query.object, record)
  return (
    <>
      {!phone && (
        <Checkbox
          className={classes.check ?? ''}
          size="xs"
          tabIndex={reachable ? 0 : -1}
          aria-label={t('board.select', { name })}
          checked={selected}
          onChange={() => store.toggle(record.id)}
        />
      )}
      <CardMenu record={record} name={name} reachable={reachable} />
    </>
  )
})
