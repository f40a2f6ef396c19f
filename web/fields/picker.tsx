import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react'
import classes from './fields.module.css'

let loaded: ComponentType<PickerProps> | undefined

/** Loads the picker, so that a form that is about to open shows all of its fields at once. */
export async function preparePicker() {
  const { PickerBox } = await import('./picker-box.tsx')
  loaded = PickerBox
  return { default: PickerBox }
}

const LoadedLater = lazy(preparePicker)

export interface PickerItem {
  readonly id: string
  readonly label: string
  /** A second line: what tells two of one name apart. */
  readonly second?: string
  /** Drawn in place of the label. */
  readonly node?: ReactNode
}

export interface PickerProps {
  readonly id: string
  readonly label?: string | undefined
  readonly items: readonly PickerItem[]
  readonly chosen: readonly PickerItem[]
  readonly multiple: boolean
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly onChoose: (item: PickerItem) => void
  readonly onRemove: (id: string) => void
  readonly onCreate?: ((text: string) => void) | undefined
  /** What the choice that makes a new one says; “create ‘text’” where nothing is given. */
  readonly createLabel?: ((text: string) => string) | undefined
  /** Whether a choice leads on to others: the list stays open, and the person is not done. */
  readonly leadsOn?: ((item: PickerItem) => boolean) | undefined
  /** Takes the only value back. */
  readonly onClear?: (() => void) | undefined
  /** Where the only value leads, at the end of the field. */
  readonly lead?: ReactNode
  /** The person is done: leaves the field, or chose the only value. */
  readonly onDone?: (() => void) | undefined
  readonly onCancel?: (() => void) | undefined
  readonly loading?: boolean
  /** Whether the first item may be none that what is typed means: Enter then waits for the answer. */
  readonly unsure?: boolean
  readonly autoFocus?: boolean | undefined
  readonly describedBy?: string | undefined
  readonly invalid?: boolean | undefined
  readonly placeholder?: string
}

/** A field that is filled by choosing; it is loaded when the first one opens. */
export function Picker(props: PickerProps) {
  // Whichever it began as it remains: another component would begin anew.
  const [Box] = useState(() => loaded ?? LoadedLater)
  return (
    <Suspense fallback={<div className={classes.loadingPicker} />}>
      <Box {...props} />
    </Suspense>
  )
}
