import { useMatches } from '@tanstack/react-router'
import { useCatalogue } from '#web/data/use-catalogue.ts'
import { useMay } from '#web/data/use-may.ts'
import { useCreateRecordOf } from './use-create-record-of.ts'

/** Opens the form for a new record of the object that the page shows; undefined on pages of no object. */
export function useCreateHere(): (() => void) | undefined {
  const create = useCreateRecordOf()
  const catalogue = useCatalogue()
  const object = useMatches({
    select: (matches) => {
      const match = matches.find(({ routeId }) => routeId.startsWith('/shell/o/$object'))
      return match !== undefined && 'object' in match.params ? match.params.object : undefined
    },
  })
  const { may } = useMay()
  if (object === undefined || catalogue.find(object) === undefined) return undefined
  if (!may(object, 'create')) return undefined
  return () => create(object)
}
