import { useMatches, useNavigate } from '@tanstack/react-router'
import { useCatalogue } from '#web/data/use-catalogue.ts'

/** Opens the form for a new record of the object that the page shows; undefined on pages of no object. */
export function useCreateHere(): (() => void) | undefined {
  const navigate = useNavigate()
  const catalogue = useCatalogue()
  const object = useMatches({
    select: (matches) => {
      const match = matches.find(({ routeId }) => routeId === '/shell/o/$object')
      return match !== undefined && 'object' in match.params ? match.params.object : undefined
    },
  })
  if (object === undefined || catalogue.find(object) === undefined) return undefined
  return () => void navigate({ to: '/o/$object/new', params: { object } })
}
