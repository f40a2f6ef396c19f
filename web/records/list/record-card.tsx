import { IconCheck, IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { memo, useRef } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { NamesLead } from '#web/fields/record-name.tsx'
import { titleOf } from '#web/fields/use-found.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { RecordPicture } from '../record-picture.tsx'
import { CardFacts } from './card-facts.tsx'
import type { CardFields } from './card-fields.ts'
import type { CardMenuPlace } from './card-menu.tsx'
import classes from './cards.module.css'
import { useSwipe } from './use-swipe.ts'

export interface CardActs {
  readonly open: (record: RecordData) => void
  readonly write: (record: RecordData) => void
  readonly complete: (record: RecordData) => void
  readonly remove: (record: RecordData) => void
  readonly select: (record: RecordData, line: number) => void
  readonly menu: (place: CardMenuPlace) => void
  readonly duplicate: (record: RecordData) => void
}

interface RecordCardProps {
  readonly object: CatalogueObject
  readonly record: RecordData
  readonly line: number
  readonly top: number
  readonly places: CardFields
  readonly href: string
  readonly selected: boolean
  readonly selecting: boolean
  /** Whether drawing it to the right ticks it off; otherwise it opens the box for what happened. */
  readonly completes: boolean
  readonly writes: boolean
  readonly removes: boolean
  readonly acts: CardActs
}

/** One record on a phone: a finger opens it, draws it aside, or rests on it to choose it. */
export const RecordCard = memo(function RecordCard(props: RecordCardProps) {
  const { object, record, line, top, places, selected, selecting, completes, writes, removes, acts } = props
  const { t } = useMessages()
  const card = useRef<HTMLDivElement>(null)
  const title = titleOf(object, record)
  const swipe = useSwipe(card, {
    onRight: completes ? () => acts.complete(record) : writes ? () => acts.write(record) : undefined,
    onLeft: removes ? () => acts.remove(record) : undefined,
    onLongPress: () => acts.select(record, line),
  })
  return (
    <li
      className={classes.place}
      style={{ transform: `translateY(${top}px)` }}
      data-selected={selected || undefined}
    >
      <span className={classes.right} data-harmless aria-hidden>
        {completes ? <IconCheck /> : <IconPencil />}
        {completes ? t('table.complete') : t('table.writeActivity')}
      </span>
      <span className={classes.left} aria-hidden>
        <IconTrash />
        {t('records.delete')}
      </span>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a finger draws it; all of that is in the menu button inside */}
      <div
        ref={card}
        className={classes.card}
        {...swipe.handlers}
        onContextMenu={(event) => event.preventDefault()}
        onClickCapture={(event) => {
          if (!swipe.swallowsClick()) return
          event.preventDefault()
          event.stopPropagation()
        }}
      >
        {selecting ? (
          <label className={classes.tick}>
            <input
              type="checkbox"
              aria-label={t('records.selectNamed', { name: title })}
              checked={selected}
              onChange={() => acts.select(record, line)}
            />
          </label>
        ) : (
          <RecordPicture object={object} id={record.id} name={title} size={32} />
        )}
        <NamesLead value={false}>
          <CardFacts record={record} places={places}>
            <a
              href={props.href}
              className={classes.title}
              dir="auto"
              draggable={false}
              onClick={(event) => {
                event.preventDefault()
                if (selecting) acts.select(record, line)
                else acts.open(record)
              }}
            >
              {title}
            </a>
          </CardFacts>
        </NamesLead>
        <button
          type="button"
          className={classes.menu}
          aria-label={t('table.swipeActs', { name: title })}
          onClick={(event) => {
            const { left, bottom } = event.currentTarget.getBoundingClientRect()
            // Inside the screen: a menu whose anchor is out of view hides.
            acts.menu({ record, line, x: left + 24, y: bottom - 16 })
          }}
        >
          <IconDots aria-hidden />
        </button>
      </div>
    </li>
  )
})
