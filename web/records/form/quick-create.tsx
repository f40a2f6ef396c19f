import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useCatalogue } from '#web/data/index.ts'
import { type QuickCreateAsk, QuickCreateContext } from '#web/fields/quick-create.ts'

const CreateDialog = lazy(async () => {
  const { CreateDialog: Dialog } = await import('./create-dialog.tsx')
  return { default: Dialog }
})

/** Lets every picker below make the record that it does not find; a form in it may ask for another one. */
export function QuickCreate({ children }: { children: ReactNode }) {
  const [asks, setAsks] = useState<readonly QuickCreateAsk[]>([])
  const catalogue = useCatalogue()
  return (
    <QuickCreateContext value={(ask) => setAsks((open) => [...open, ask])}>
      {children}
      <Suspense>
        {asks.map((ask, depth) => {
          const object = catalogue.find(ask.object)
          if (object === undefined) return null
          return (
            <CreateDialog
              // biome-ignore lint/suspicious/noArrayIndexKey: one lies on the other, and only the last one closes
              key={depth}
              object={object}
              prefilled={{ [object.titleField.wire]: ask.title }}
              onCreated={ask.onCreated}
              onClose={() => {
                setAsks((open) => open.filter((other) => other !== ask))
                ask.onClosed()
              }}
            />
          )
        })}
      </Suspense>
    </QuickCreateContext>
  )
}
