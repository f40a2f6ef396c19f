import { lazy, Suspense } from 'react'
import type { EditorProps, FieldView, ValueProps } from './field-view.ts'
import classes from './fields.module.css'
import { NoFilter } from './no-filter.tsx'
import { useFormat } from './use-format.ts'

const LoadedEditor = lazy(() => import('./address/address-editor.tsx'))

function OneLine({ field, value }: ValueProps) {
  const format = useFormat()
  const text = format(field, value)
  return (
    <span className={classes.line} title={text}>
      {text}
    </span>
  )
}

function WholeAddress({ field, value }: ValueProps) {
  const format = useFormat()
  return <span className={classes.wrap}>{format(field, value)}</span>
}

function AddressEditor(props: EditorProps) {
  return (
    <Suspense fallback={<div className={classes.loadingEditor} />}>
      <LoadedEditor {...props} />
    </Suspense>
  )
}

export const address: FieldView = {
  Cell: OneLine,
  Display: WholeAddress,
  Editor: AddressEditor,
  FilterInput: NoFilter,
}
