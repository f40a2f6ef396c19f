import { useMutation, useQueryClient } from '@tanstack/react-query'
import { expectSwitch } from './kept/scope.ts'
import { leave } from './leaving.ts'
import { expectSampleData } from './sample-data.ts'
import { type FirstRun, firstRun, switchWorkspace } from './session.ts'

/** Each of these makes all that was loaded belong to somebody else: the whole cache goes. */
function useFreshStart<Input>(change: (input: Input) => Promise<void>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: change, onSuccess: () => client.clear() })
}

export const useFirstRun = () =>
  useFreshStart(async (input: FirstRun) => {
    await firstRun(input)
    if (input.demo) expectSampleData()
  })

/**
 * Signs out and opens the sign-in page in a new document, so that nothing of the session stays in memory, nor in the
 * browser. Where something was not saved yet, the person is asked first (`leaving`).
 */
export function useSignOut() {
  return useMutation({ mutationFn: leave, networkMode: 'always' })
}

/** Opens another workspace of this account from its start. */
export function useSwitchWorkspace() {
  return useMutation({
    mutationFn: async (workspaceId: string) => {
      await switchWorkspace(workspaceId)
      expectSwitch()
    },
    onSuccess: () => location.assign('/'),
  })
}
