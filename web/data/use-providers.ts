import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { keys } from './keys.ts'
import {
  addProvider,
  changeProvider,
  listProviders,
  type Provider,
  type ProviderInput,
  type ProviderKind,
  removeProvider,
  tryProvider,
} from './providers.ts'

export const providersQuery = queryOptions({
  queryKey: keys.providers,
  queryFn: listProviders,
  // A try ends in another tab.
  refetchOnWindowFocus: true,
})

interface Saving {
  /** None is there yet. */
  readonly id: string | undefined
  readonly kind: ProviderKind
  readonly input: ProviderInput
}

export function useSaveProvider() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, kind, input }: Saving): Promise<Provider> =>
      id === undefined ? addProvider(kind, input) : changeProvider(id, input),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.providers }),
  })
}

export function useRemoveProvider() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: removeProvider,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.providers }),
  })
}

/** Opens a tab in which the provider is tried. */
export function useTryProvider() {
  const client = useQueryClient()
  return useMutation({
    async mutationFn(id: string) {
      // Opened within the click: a browser takes one that comes later for an advertisement.
      const tab = window.open('about:blank', '_blank')
      try {
        const address = await tryProvider(id)
        if (tab === null) location.assign(address)
        else tab.location.assign(address)
      } catch (error) {
        tab?.close()
        throw error
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.providers }),
  })
}
