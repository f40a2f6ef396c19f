import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import {
  createScimToken,
  listDirectories,
  listScimTokens,
  revokeScimToken,
  setDirectory,
  startDirectory,
} from './directories.ts'
import { keys } from './keys.ts'

const pause = 1_500

export const directoriesQuery = queryOptions({
  queryKey: keys.directories,
  queryFn: listDirectories,
  // A run takes seconds, or minutes: its end is looked for while it is under way.
  refetchInterval: ({ state }) =>
    state.data?.some(({ lastRun }) => lastRun?.state === 'waiting' || lastRun?.state === 'running') === true
      ? pause
      : false,
})

export const scimTokensQuery = queryOptions({ queryKey: keys.scimTokens, queryFn: listScimTokens })

function useChange<Input, Output>(change: (input: Input) => Promise<Output>, queryKey: readonly string[]) {
  const client = useQueryClient()
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey }) })
}

export const useSetDirectory = () => useChange(setDirectory, keys.directories)
export const useStartDirectory = () => useChange(startDirectory, keys.directories)
export const useCreateScimToken = () => useChange(createScimToken, keys.scimTokens)
export const useRevokeScimToken = () => useChange(revokeScimToken, keys.scimTokens)
