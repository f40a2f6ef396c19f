import type { QueryClient } from '@tanstack/react-query'
import type { AnyRoute, AnyRouter } from '@tanstack/react-router'
import { enterAhead } from './session-guard.ts'

/**
 * Begins all that the screen of the address waits for, before anything is drawn: who is asking, its code, and the records
 * of a list. Whatever does not come is asked for again, and told, when the screen is shown.
 */
export function loadScreen(router: AnyRouter, client: QueryClient): void {
  const { latestLocation } = router
  const routes = new Map<string, AnyRoute>(Object.entries(router.routesById))
  const matches: readonly {
    readonly routeId: string
    readonly params: Readonly<Record<string, string>>
    readonly search: Readonly<Record<string, string | undefined>>
  }[] = router.matchRoutes(latestLocation)
  const entered = matches.some(({ routeId }) => routeId === '/shell')
    ? enterAhead(client, latestLocation.href)
    : undefined
  for (const { routeId } of matches) {
    const route = routes.get(routeId)
    if (route !== undefined) router.loadRouteChunk(route)?.catch(() => {})
  }
  const list = matches.find(({ routeId }) => routeId === '/shell/o/$object')
  if (entered === undefined || list === undefined) return
  void Promise.all([import('#web/records/list-page.tsx'), entered])
    .then(([{ prepareList }]) => prepareList(client, list.params.object ?? '', list.search))
    .catch(() => {})
}
