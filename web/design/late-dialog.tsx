import { type ComponentProps, lazy, Suspense, useState } from 'react'
import type { Dialog as DialogComponent } from './dialog.tsx'

const Dialog = lazy(async () => ({ default: (await import('./dialog.tsx')).Dialog }))

/** A dialog whose code comes when it is opened first: for what the first screen has, and few open. */
export function LateDialog(props: ComponentProps<typeof DialogComponent>) {
  const [asked, setAsked] = useState(props.opened)
  if (props.opened && !asked) setAsked(true)
  return (
    asked && (
      <Suspense>
        <Dialog {...props} />
      </Suspense>
    )
  )
}
