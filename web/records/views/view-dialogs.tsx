import { lazy, Suspense } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { View } from '#shared/metadata/view.ts'
import { ApiError, useViewChanges } from '#web/data/index.ts'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { ViewActions } from './use-view-actions.ts'
import type { ViewState } from './view-state.ts'

const ViewDialog = lazy(async () => ({ default: (await import('./view-dialog.tsx')).ViewDialog }))

/** What a dialog asks for. */
export type Asked =
  | { readonly what: 'new' }
  | { readonly what: 'saveAs' }
  | { readonly what: 'rename'; readonly view: View }

interface ViewDialogsProps {
  readonly object: CatalogueObject
  readonly state: ViewState
  readonly actions: ViewActions
  readonly asked: Asked
  readonly onClose: () => void
}

/** Names a view that is made, saved under another name, or renamed. */
export function ViewDialogs({ object, state, actions, asked, onClose }: ViewDialogsProps) {
  const { t } = useMessages()
  const { create, update } = useViewChanges(object.name)
  const refusal = async (act: () => Promise<unknown>): Promise<string | undefined> => {
    try {
      await act()
      return undefined
    } catch (error) {
      if (error instanceof ApiError) return error.errors[0]?.message ?? error.detail
      throw error
    }
  }
  const shared = { object, onClose }
  return (
    <Suspense fallback={null}>
      {asked.what === 'new' && (
        <ViewDialog
          {...shared}
          title={t('views.new')}
          act={t('views.create')}
          asksKind
          asksShared
          onDone={(draft) =>
            refusal(async () => {
              const made = await create.mutateAsync(draft)
              await actions.show(made.id)
            })
          }
        />
      )}
      {asked.what === 'saveAs' && (
        <ViewDialog
          {...shared}
          title={t('views.saveAs')}
          act={t('records.save')}
          asksKind={false}
          asksShared
          onDone={(draft) =>
            refusal(async () => {
              const made = await state.saveAs(draft.name, draft.shared)
              showToast(t('views.created', { name: made.name }))
            })
          }
        />
      )}
      {asked.what === 'rename' && (
        <ViewDialog
          {...shared}
          title={t('views.rename')}
          act={t('records.save')}
          name={asked.view.name}
          asksKind={false}
          asksShared={false}
          onDone={(draft) =>
            refusal(() => update.mutateAsync({ id: asked.view.id, change: { name: draft.name } }))
          }
        />
      )}
    </Suspense>
  )
}
