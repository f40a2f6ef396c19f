import { useEffect, useRef } from 'react'
import { somethingOpen } from './topmost.ts'

/** A key as the handler table names it: `c`, `?`, `mod+k` (⌘ or Ctrl), `Escape`. */
type KeyTable = Readonly<Record<string, (event: KeyboardEvent) => void>>

const typing = 'input, textarea, select, [contenteditable="true"], [role="combobox"]'
const above = '[role="dialog"], [role="menu"], [role="listbox"]'

// A closed list of choices may stay in the document, hidden.
const somethingAbove = () =>
  somethingOpen() || [...document.querySelectorAll(above)].some((element) => element.checkVisibility())

/** Whether a plain key is free to act: nobody types in a field, and no dialog or menu is open. */
export function takesPlainKey(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : undefined
  return !event.isComposing && !target?.closest(typing) && !somethingAbove()
}

/**
 * Keys of a page. A plain key is left alone while somebody types, composes, or has a dialog or menu open;
 * one with `mod` always counts. What an inner handler took (`preventDefault`) is not taken again.
 */
export function useKeys(table: KeyTable, enabled = true): void {
  const latest = useRef(table)
  useEffect(() => {
    latest.current = table
  })
  useEffect(() => {
    if (!enabled) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return
      const mod = event.metaKey || event.ctrlKey
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
      const handler = latest.current[mod ? `mod+${key}` : key]
      if (handler === undefined) return
      if (!mod && !takesPlainKey(event)) return
      event.preventDefault()
      handler(event)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [enabled])
}

const apple = /Mac|iP(hone|ad)/.test(navigator.userAgent)

/** How a key with ⌘ or Ctrl is printed on this machine: `⌘K`, `Ctrl K`. */
export const withMod = (key: string): string => (apple ? `⌘${key}` : `Ctrl ${key}`)
