import { useSuspenseQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { keyedPermissions } from './keyed-permissions.ts'
import { knownMay } from './known-may.ts'
import type { RecordVerb } from './record-verbs.ts'
import type { RecordData } from './records.ts'
import { useCatalogue } from './use-catalogue.ts'
import { accessQuery } from './use-may.ts'
import { useSession } from './use-session.ts'
import { viewedAs } from './view-as.ts'

/** Whether something may be done with one record. The same function for as long as what one may is the same. */
export type MayWith = (object: CatalogueObject, record: RecordData, verb: RecordVerb) => boolean

/** What roles say, and records that came from the server; undefined of what would have to be asked. */
export function useKnownMay(): (...asked: Parameters<MayWith>) => boolean | undefined {
  const catalogue = useCatalogue()
  const { user } = useSession()
  const { permissions: named } = useSuspenseQuery(accessQuery).data
  const permissions = useMemo(() => keyedPermissions(named, catalogue), [named, catalogue])
  return useCallback(
    (object, record, verb) =>
      viewedAs() === undefined ? knownMay(permissions, user.id, object, record, verb) : false,
    [permissions, user.id],
  )
}

/** What a person may do with each of many records. What is not known is not offered. */
export function useMayWith(): MayWith {
  const known = useKnownMay()
  return useCallback((object, record, verb) => known(object, record, verb) ?? false, [known])
}
