import { useNavigate } from '@tanstack/react-router'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { View } from '#shared/metadata/view.ts'
import { between } from '#shared/rank.ts'
import { ApiError, useMay, useSession, useViewChanges, useViews } from '#web/data/index.ts'
import { type Pin, usePins } from '#web/data/use-pins.ts'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'

const noViews: readonly View[] = []

/** What can be done with the views of an object; what the server refuses is told in a toast. */
export function useViewActions(object: CatalogueObject) {
  const { t } = useMessages()
  const { user } = useSession()
  const maySettle = useMay().right('settings')
  const navigate = useNavigate()
  const views = useViews(object.name).data ?? noViews
  const { create, update, remove } = useViewChanges(object.name)
  const { isPinned, pin, unpin } = usePins()

  const mayChange = (view: View): boolean => view.ownerId === user.id || (view.shared && maySettle)
  const attempt = async <T>(act: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await act()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      showToast(t('views.viewFailed', { reason: error.detail }), { tone: 'problem' })
      return undefined
    }
  }
  const change = (view: View, part: Parameters<typeof update.mutateAsync>[0]['change']) =>
    attempt(() => update.mutateAsync({ id: view.id, change: part }))
  const show = (id: string | undefined) =>
    navigate({
      to: '/o/$object',
      params: { object: object.name },
      search: id === undefined ? {} : { view: id },
    })

  return {
    views,
    mayChange,
    show,
    rename: (view: View, name: string) => change(view, { name }),
    share: (view: View, shared: boolean) => change(view, { shared }),
    duplicate: async (view: View) => {
      const { name: given, kind, definition } = view
      const name = [...t('views.copyOf', { name: given })].slice(0, longestName).join('')
      const made = await attempt(() => create.mutateAsync({ name, kind, definition, shared: false }))
      if (made !== undefined) await show(made.id)
    },
    /** To the place that the view at `index` of all has now. */
    move: (view: View, index: number) => {
      const others = views.filter(({ id }) => id !== view.id)
      const at = Math.max(0, Math.min(others.length, index))
      return change(view, { position: positionAt(others, at) })
    },
    remove: async (view: View, current: boolean) => {
      const gone = await attempt(async () => {
        await remove.mutateAsync(view.id)
        return view
      })
      if (gone === undefined) return
      if (current) await show(undefined)
      const { id, name, kind, shared, definition, position } = gone
      showToast(t('views.deleted', { name }), {
        undo: () =>
          void attempt(async () => {
            await create.mutateAsync({ id, name, kind, shared, definition, position })
            if (current) await show(id)
          }),
      })
    },
    isPinned,
    togglePin: (view: View) => {
      const place: Pin = { object: object.name, view: view.id }
      if (isPinned(view.id)) unpin(view.id)
      else pin(place)
    },
    attempt,
  }
}

/** As the server bounds it. */
export const longestName = 100

export type ViewActions = ReturnType<typeof useViewActions>

function positionAt(others: readonly View[], index: number): string {
  const before = others[index - 1]?.position ?? null
  const after = others[index]?.position ?? null
  // Two that were made at once may have the same place.
  return before !== null && after !== null && before >= after ? between(before, null) : between(before, after)
}
