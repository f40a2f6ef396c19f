import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { FieldLevel, Permissions, Right, Verb } from '#shared/access/permissions.ts'
import { levelOf, scopeOf } from '#shared/access/scope-of.ts'
import type { Catalogue } from '#shared/metadata/catalogue.ts'
import { ownAccess } from './access.ts'
import { keyedPermissions } from './keyed-permissions.ts'
import { keys } from './keys.ts'
import { useCatalogue } from './use-catalogue.ts'
import { viewedAs } from './view-as.ts'

export const accessQuery = queryOptions({
  queryKey: keys.access,
  queryFn: ({ signal }) => ownAccess(signal),
  staleTime: Number.POSITIVE_INFINITY,
})

export interface May {
  readonly right: (right: Right) => boolean
  /** Whether any record of the object, by its name, is within reach of the verb. */
  readonly may: (object: string, verb: Verb) => boolean
  readonly level: (object: string, field: string) => FieldLevel
}

/** What the person who is signed in may; loaded before any page below the shell is shown, and true to what others change. */
export function useMay(): May {
  const { permissions } = useSuspenseQuery(accessQuery).data
  const catalogue = useCatalogue()
  return useMemo(() => mayOf(permissions, catalogue), [permissions, catalogue])
}

/** @param named permissions by names, of what stands in the catalogue */
export function mayOf(named: Permissions, catalogue: Catalogue): May {
  const permissions = keyedPermissions(named, catalogue)
  return {
    right: (right) => permissions.rights.includes(right),
    // What a person cannot read is not in their catalogue, and is not theirs to do anything with.
    may: (name, verb) => {
      // With another's eyes one looks, and does nothing.
      if (verb !== 'read' && viewedAs() !== undefined) return false
      const object = catalogue.find(name)
      return object !== undefined && scopeOf(permissions, object.key, verb) !== 'none'
    },
    level: (name, field) => {
      const object = catalogue.find(name)
      const known = object?.fieldByName.get(field)
      if (object === undefined || known === undefined) return 'hidden'
      return levelOf(permissions, object.key, known.key)
    },
  }
}
