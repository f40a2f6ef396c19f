import { IconRefresh } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef } from 'react'
import { useRecordList } from '#web/data/index.ts'
import { Button } from '#web/design/button.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { inSentence } from '../in-sentence.ts'
import { useScrollBack } from '../way-back/use-scroll-back.ts'
import type { BoardColumn } from './board-column.ts'
import { useBoard } from './board-context.ts'
import { columnQuery } from './board-query.ts'
import { useMoment } from './board-store.ts'
import { Card } from './card.tsx'
import { useCards } from './card-pool.ts'
import { CardSkeleton } from './card-skeleton.tsx'
import classes from './column.module.css'
import { stackOf } from './stack.ts'
import { useVisibleRange } from './use-visible-range.ts'

/** Pixels between two cards. */
const gap = 8
/** So many cards before the last loaded one the next page is asked for. */
const ahead = 30

/** The cards of a column, of which only those in view are drawn. */
export function CardList({ column }: { column: BoardColumn }) {
  const { t, label, language } = useMessages()
  const { query, pool, store, places, left, heightOf } = useBoard()
  const list = useRecordList(
    query.object.name,
    useMemo(() => columnQuery(query, column), [query, column]),
  )
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = list
  const records = useMemo(() => data?.pages.flatMap((page) => page.data), [data])
  useLayoutEffect(() => {
    if (records !== undefined) pool.publish(column.id, { records, more: hasNextPage })
  }, [pool, column.id, records, hasNextPage])

  const cards = useCards(pool, column.id)
  // A card in the hand is of no concern to columns that it neither came from nor is held over.
  const lift = useMoment(store, ({ lift: held, target }) =>
    held?.from === column.id || target?.column === column.id ? held : undefined,
  )
  const index = useMoment(store, ({ lift, target }) =>
    lift !== undefined && target?.column === column.id ? target.index : undefined,
  )
  const lifted = lift === undefined ? undefined : cards.find(({ id }) => id === lift.record.id)
  const rest = useMemo(
    () => (lifted === undefined ? cards : cards.filter((card) => card !== lifted)),
    [cards, lifted],
  )
  const stack = useMemo(() => stackOf(rest.map(heightOf), gap), [rest, heightOf])
  const scroller = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (scroller.current === null) return
    places.set(column.id, { scroller: scroller.current, stack })
  }, [places, column.id, stack])
  useEffect(() => () => void places.delete(column.id), [places, column.id])
  useScrollBack(scroller, left?.tops.get(column.id), list.isPending || cards.length === 0)
  const [from, to] = useVisibleRange(scroller, stack, 'y')

  const follow = useEffectEvent((active: string | undefined) => {
    const element = scroller.current
    const at = active === undefined ? -1 : rest.findIndex(({ id }) => id === active)
    if (element === null || at < 0) return
    const [top = 0, height = 0] = [stack.starts[at], stack.sizes[at]]
    if (top < element.scrollTop) element.scrollTop = top
    else if (top + height > element.scrollTop + element.clientHeight - gap)
      element.scrollTop = top + height - element.clientHeight + gap
  })
  // The active card is brought into view when another one becomes it; the column is not drawn anew for that.
  useLayoutEffect(() => {
    let { active } = store.get()
    if (active !== left?.active) follow(active)
    return store.subscribe(() => {
      const before = active
      active = store.get().active
      if (active !== before) follow(active)
    })
  }, [store, left])
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && to >= rest.length - ahead) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, to, rest.length, fetchNextPage])

  const room = index === undefined || lift === undefined ? 0 : lift.height + gap
  const drawn = rest.slice(from, to + 1).map((record, offset) => {
    const at = from + offset
    const top = (stack.starts[at] ?? 0) + (room > 0 && index !== undefined && at >= index ? room : 0)
    const height = stack.sizes[at] ?? 0
    return <Card key={record.id} record={record} top={top} height={height} lifted={false} first={at === 0} />
  })
  if (lifted !== undefined) {
    const card = (
      <Card key={lifted.id} record={lifted} top={0} height={heightOf(lifted)} lifted first={false} />
    )
    // Where it stood among them: elsewhere in the document it would be drawn anew.
    drawn.splice(Math.max(0, cards.indexOf(lifted) - from), 0, card)
  }
  const end = stack.end + room
  const gapTop = index === undefined ? 0 : (stack.starts[index] ?? (rest.length === 0 ? 0 : stack.end + gap))
  return (
    <div ref={scroller} className={classes.scroller} data-scroller aria-busy={list.isPending}>
      {list.isError && records === undefined && (
        <div className={classes.failed} role="alert">
          <p>{t('board.columnFailed')}</p>
          <Button size="sm" icon={IconRefresh} onClick={() => void list.refetch()}>
            {t('design.retry')}
          </Button>
        </div>
      )}
      {list.isPending && [0, 1, 2].map((place) => <CardSkeleton key={place} />)}
      {records !== undefined && cards.length === 0 && room === 0 && (
        <p className={classes.empty}>
          {t('board.emptyColumn', {
            object: inSentence(label(query.object.pluralLabel ?? query.object.label), language),
          })}
        </p>
      )}
      {/* biome-ignore lint/a11y/noRedundantRoles: without its marks a list is none to Safari */}
      <ul role="list" className={classes.cards} aria-label={column.name} style={{ height: end }}>
        {room > 0 && (
          <li
            key="gap"
            className={classes.gap}
            aria-hidden
            style={{ transform: `translateY(${gapTop}px)`, height: room - gap }}
          />
        )}
        {drawn}
      </ul>
      {hasNextPage && <CardSkeleton />}
    </div>
  )
}
