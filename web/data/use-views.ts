import { type QueryClient, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { View } from '#shared/metadata/view.ts'
import { onServerEvent } from './events.ts'
import { keys } from './keys.ts'
import { createView, deleteView, listViews, type NewView, updateView, type ViewChange } from './views.ts'

export const viewsQuery = (object: string) =>
  queryOptions({ queryKey: keys.views(object), queryFn: ({ signal }) => listViews(object, signal) })

/** The tabs of an object: own and shared views in their order; follows what others share. */
export function useViews(object: string) {
  const client = useQueryClient()
  useEffect(() => {
    // Whoever else follows has asked already.
    const again = () =>
      void client.invalidateQueries({ queryKey: keys.views(object) }, { cancelRefetch: false })
    const stops = [
      onServerEvent('views', (data) => {
        if (isAbout(data, object)) again()
      }),
      // A field that was renamed is named otherwise in every view.
      onServerEvent('metadata', again),
      onServerEvent('gap', again),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [client, object])
  return useQuery(viewsQuery(object))
}

const isAbout = (data: unknown, object: string): boolean =>
  typeof data === 'object' && data !== null && 'object' in data && data.object === object

/** Makes, changes and deletes views; tabs show a change at once and take it back where the server refuses. */
export function useViewChanges(object: string) {
  const client = useQueryClient()
  const create = useMutation({
    mutationFn: (input: Omit<NewView, 'object'>) => createView({ ...input, object }),
    onSuccess: (view) =>
      patch(client, object, (views) => [...views.filter(({ id }) => id !== view.id), view]),
  })
  const update = useMutation({
    mutationFn: ({ id, change }: { id: string; change: ViewChange }) => updateView(id, change),
    onMutate: async ({ id, change }) => {
      await client.cancelQueries({ queryKey: keys.views(object) })
      const before = client.getQueryData<readonly View[]>(keys.views(object))
      patch(client, object, (views) => views.map((view) => (view.id === id ? { ...view, ...change } : view)))
      return before
    },
    onSuccess: (view) =>
      patch(client, object, (views) => views.map((one) => (one.id === view.id ? view : one))),
    onError: (_error, _change, before) => client.setQueryData(keys.views(object), before),
  })
  const remove = useMutation({
    mutationFn: deleteView,
    onSuccess: (_answer, gone) => patch(client, object, (views) => views.filter(({ id }) => id !== gone)),
  })
  return { create, update, remove }
}

function patch(
  client: QueryClient,
  object: string,
  change: (views: readonly View[]) => readonly View[],
): void {
  client.setQueryData<readonly View[]>(
    keys.views(object),
    (views) => views && change(views).toSorted(byPosition),
  )
}

const byPosition = (a: View, b: View): number =>
  a.position < b.position ? -1 : a.position > b.position ? 1 : a.id < b.id ? -1 : 1
