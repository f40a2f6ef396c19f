import { lazy, type ReactNode, Suspense } from 'react'
import classes from './fields.module.css'

const PickerBox = lazy(() => import('./picker-box.tsx'))

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
  /** The person is done: leaves the field, or chose the only value. */
  readonly onDone?: (() => void) | undefined
  readonly onCancel?: (() => void) | undefined
  readonly loading?: boolean
  readonly autoFocus?: boolean | undefined
  readonly describedBy?: string | undefined
  readonly invalid?: boolean | undefined
  readonly placeholder?: string
}

/** A field that is filled by choosing; it is loaded when the first one opens. */
export function Picker(props: PickerProps) {
  return (
    <Suspense fallback={<div className={classes.loadingPicker} />}>
      <PickerBox {...props} />
    </Suspense>
  )
}
