import type { AnyRoute, AnyRouter } from '@tanstack/react-router'

/** Fetches the code of the screen that the address names, while it is found out who is asking. */
export function loadScreen(router: AnyRouter): void {
  const routes = new Map<string, AnyRoute>(Object.entries(router.routesById))
  const matches: readonly { readonly routeId: string }[] = router.matchRoutes(router.latestLocation)
  for (const { routeId } of matches) {
    const route = routes.get(routeId)
    // What does not come is asked for again, and told, when the screen is shown.
    if (route !== undefined) router.loadRouteChunk(route)?.catch(() => {})
  }
}
