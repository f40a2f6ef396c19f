import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { followEvents } from './events.ts'

/** Keeps the query cache true to what others change, for as long as the page is open. */
export function useEvents(): void {
  const client = useQueryClient()
  useEffect(() => followEvents(client), [client])
}
