import { useNavigate, useRouter } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { whenIdle } from '#web/design/when-idle.ts'
import type { ViewAddress } from '../views/view-address.ts'

const placeholder = '-id-'

/**
 * Addresses of records that know the list they were opened from. Rows bear plain links: one address is built for all of
 * them, and none of them follows the router.
 * @param shown whether records are there to be opened
 */
export function useRecordLinks(object: CatalogueObject, address: ViewAddress, shown: boolean) {
  const router = useRouter()
  const navigate = useNavigate()
  const to = useMemo(
    () => ({
      to: '/o/$object/$id' as const,
      params: { object: object.name, id: placeholder },
      search: address,
    }),
    [object.name, address],
  )
  const pattern = useMemo(() => router.buildLocation(to).href, [router, to])
  useEffect(() => {
    // The code of the record page is there before somebody clicks, and does not come before the records.
    if (shown) return whenIdle(() => void router.loadRouteChunk(router.routesByPath[to.to]))
  }, [router, to, shown])
  /** Asks for a record that is likely to be opened next. */
  const prepare = useCallback(
    (id: string) => void router.preloadRoute({ ...to, params: { ...to.params, id } }),
    [router, to],
  )
  const hrefOf = useCallback((id: string) => pattern.replace(placeholder, id), [pattern])
  const open = useCallback(
    (id: string) => void navigate({ ...to, params: { ...to.params, id } }),
    [navigate, to],
  )
  const openRelated = useCallback(
    (related: string, id: string) => void navigate({ to: '/o/$object/$id', params: { object: related, id } }),
    [navigate],
  )
  return { hrefOf, prepare, open, openRelated }
}
