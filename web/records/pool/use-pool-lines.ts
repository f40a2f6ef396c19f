import { useRouter } from '@tanstack/react-router'
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Lines } from '../list/line.ts'
import { useLineVirtualizer } from '../list/use-line-virtualizer.ts'

interface PoolLines {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly lines: Lines
  /** Height of a line in pixels. */
  readonly row: number
  /** Pixels of the scroller that a head takes from the lines. */
  readonly covered: number
  /** Id of the record that is looked at. */
  readonly record: string | undefined
}

/** Which lines of a pool are drawn, and where the focus is among them: the list follows the record that is looked at. */
export function usePoolLines({ scroller, lines, row, covered, record }: PoolLines) {
  const router = useRouter()
  /** Id of the record whose name had the focus last. */
  const [focused, setFocused] = useState<string>()
  const { records, need } = lines
  const looked = useMemo(() => records.findIndex(({ id }) => id === record), [records, record])
  const kept = useMemo(
    () => [looked, records.findIndex(({ id }) => id === focused)].filter((line) => line >= 0),
    [looked, records, focused],
  )
  const virtualizer = useLineVirtualizer({ scroller, lines, row, covered, kept })
  useEffect(() => {
    const element = scroller.current
    const take = ({ target }: Event) => {
      const name = target instanceof Element ? target.closest<HTMLElement>('[data-record]') : null
      if (name !== null) setFocused(name.dataset.record)
    }
    element?.addEventListener('focusin', take)
    return () => element?.removeEventListener('focusin', take)
  }, [scroller])
  /** @returns whether there is such a line */
  const focus = (line: number): boolean => {
    const id = records[line]?.id
    if (id === undefined) return false
    flushSync(() => setFocused(id))
    scroller.current?.querySelector<HTMLElement>(`[data-record="${id}"]`)?.focus({ preventScroll: true })
    virtualizer.scrollToIndex(line)
    return true
  }
  const isFound = looked >= 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: from one to the next it is scrolled to once the router is done
  useEffect(() => {
    if (isFound) virtualizer.scrollToIndex(looked)
  }, [isFound])
  // The next one is a step away.
  useEffect(() => {
    if (isFound) need(looked, looked)
  }, [isFound, looked, need])
  const seen = useRef(record)
  const follow = () => {
    const before = seen.current
    seen.current = record
    if (before === record) return
    if (record !== undefined) {
      if (isFound) virtualizer.scrollToIndex(looked)
      return
    }
    const active = document.activeElement
    const within = scroller.current?.contains(active) === true
    if (!within && active !== null && active !== document.body) return
    const found = focus(records.findIndex(({ id }) => id === before))
    if (!found && !within) scroller.current?.focus({ preventScroll: true })
  }
  const latest = useRef(follow)
  useLayoutEffect(() => {
    latest.current = follow
  })
  // Not before: the router puts what scrolls to where it lay at that entry of the history.
  useEffect(() => router.subscribe('onRendered', () => latest.current()), [router])
  return { virtualizer, focus }
}
