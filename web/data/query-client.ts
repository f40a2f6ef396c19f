import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './api-error.ts'
import { readOn } from './kept/read-on.ts'

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // A browser that believes to be offline may be wrong; and what was kept is read by the same way.
      networkMode: 'always',
      persister: readOn,
      // The event stream says what changed; a focus need not ask for everything again.
      refetchOnWindowFocus: false,
      retry: (failures, error) =>
        failures < 2 && !(error instanceof ApiError && error.status >= 400 && error.status < 500),
    },
    mutations: { retry: false },
  },
})
