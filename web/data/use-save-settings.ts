import { useMutation, useQueryClient } from '@tanstack/react-query'
import { keys } from './keys.ts'
import { type Settings, updateSettings } from './settings.ts'

/** Changes settings: in force at once, taken back where the server refuses. */
export function useSaveSettings() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: Partial<Settings>) => updateSettings(change),
    onMutate: (change) => {
      const before = client.getQueryData<Settings>(keys.settings)
      client.setQueryData<Settings>(keys.settings, (settings) => settings && { ...settings, ...change })
      return before
    },
    onError: (_error, _change, before) => client.setQueryData(keys.settings, before),
    onSettled: () => client.invalidateQueries({ queryKey: keys.settings }),
  })
}
