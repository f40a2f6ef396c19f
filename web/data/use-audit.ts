import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { type AuditFilter, getAudit, listAudit } from './audit.ts'
import { keys } from './keys.ts'

/** The audit log, page by page. */
export function useAudit(filter: AuditFilter) {
  return useInfiniteQuery({
    queryKey: keys.audit(filter),
    queryFn: ({ pageParam, signal }) => listAudit({ ...filter, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
}

/** One entry, whichever page it is on. */
export const useAuditEntry = (id: string) =>
  useQuery({ queryKey: keys.auditEntry(id), queryFn: () => getAudit(id) })
