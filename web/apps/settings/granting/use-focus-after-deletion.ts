import { useEffect, useRef } from 'react'

interface Left {
  readonly button: HTMLElement
  readonly body: HTMLTableSectionElement
  /** Place of its row in the table. */
  readonly place: number
}

/**
 * Where the focus goes when a row is deleted with the button that it was deleted by: to the button of the row that takes its
 * place, else to the heading.
 */
export function useFocusAfterDeletion() {
  const heading = useRef<HTMLHeadingElement>(null)
  const left = useRef<Left>(undefined)
  // The row and the dialog that asked go in either order, each with a drawing of its own.
  useEffect(() => {
    if (left.current === undefined || left.current.button.isConnected) return
    if (document.activeElement !== document.body) return
    const { body, place } = left.current
    left.current = undefined
    const rows = body.isConnected ? [...body.rows] : []
    const row = rows[Math.min(place, rows.length - 1)]
    const next = row?.querySelector<HTMLElement>('td:last-child button') ?? heading.current
    next?.focus()
  })
  return {
    heading,
    /** Says which button asks for a deletion. */
    leaving(button: HTMLElement) {
      const row = button.closest('tr')
      const body = row?.closest('tbody')
      left.current = row && body ? { button, body, place: row.sectionRowIndex } : undefined
    },
  }
}
