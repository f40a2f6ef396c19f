import { createContext } from 'react'
import type { RecordData } from '#web/data/index.ts'

export interface QuickCreateAsk {
  readonly object: string
  /** What was typed: the title of the new record. */
  readonly title: string
  readonly onCreated: (record: RecordData) => void
  /** Closed, whether or not a record was made. */
  readonly onClosed: () => void
}

/**
 * Opens the form of a new record above the page and comes back with what was made. The screens give it
 * (`QuickCreateContext`); where nobody does, a record is made of its title alone.
 */
export const QuickCreateContext = createContext<((ask: QuickCreateAsk) => void) | undefined>(undefined)
