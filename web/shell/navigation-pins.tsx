import { useQueries } from '@tanstack/react-query'
import { type DragEvent, useState } from 'react'
import type { View } from '#shared/metadata/view.ts'
import { useCatalogue } from '#web/data/use-catalogue.ts'
import { type Pin, usePins } from '#web/data/use-pins.ts'
import { viewsQuery } from '#web/data/use-views.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { NavigationPin } from './navigation-pin.tsx'
import classes from './navigation-pins.module.css'

/** The views that the person pinned; they are put in order by dragging, or with Alt and the arrow keys. */
export function NavigationPins({ rail }: { rail: boolean }) {
  const { t } = useMessages()
  const { pins, move, unpin } = usePins()
  const [over, setOver] = useState<string>()
  const found = usePinnedViews(pins)
  if (found.length === 0) return null

  const drop = (event: DragEvent, index: number) => {
    event.preventDefault()
    setOver(undefined)
    const moved = event.dataTransfer.getData(pinType)
    if (moved !== '') move(moved, index)
  }
  return (
    <section className={classes.pins} data-rail={rail || undefined} aria-labelledby="navigation-pins">
      <h2 id="navigation-pins" className={classes.title} data-rail={rail || undefined}>
        {t('shell.pinned')}
      </h2>
      <ul>
        {found.map((view) => {
          const index = pins.findIndex((pin) => pin.view === view.id)
          return (
            <li
              key={view.id}
              data-over={over === view.id || undefined}
              draggable
              onDragStart={(event) => event.dataTransfer.setData(pinType, view.id)}
              onDragOver={(event) => {
                if (!event.dataTransfer.types.includes(pinType)) return
                event.preventDefault()
                setOver(view.id)
              }}
              onDragLeave={() => setOver(undefined)}
              onDrop={(event) => drop(event, index)}
            >
              <NavigationPin
                view={view}
                rail={rail}
                onMove={(by) => move(view.id, Math.min(pins.length - 1, index + by))}
                onUnpin={() => unpin(view.id)}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const pinType = 'application/x-kith-pin'

/** The pinned views that are there; one that was deleted, or whose object was, is passed over. */
function usePinnedViews(pins: readonly Pin[]): readonly View[] {
  const catalogue = useCatalogue()
  const objects = [...new Set(pins.map(({ object }) => object))].filter(
    (object) => catalogue.find(object) !== undefined,
  )
  const answers = useQueries({ queries: objects.map((object) => viewsQuery(object)) })
  const views = answers.flatMap(({ data }) => data ?? [])
  return pins.flatMap((pin) => views.find(({ id }) => id === pin.view) ?? [])
}
