import { beyond } from '#shared/access/beyond.ts'
import { type Permissions, type Scope, scopes } from '#shared/access/permissions.ts'
import type { Catalogue } from '#shared/metadata/catalogue.ts'
import { hasReach, withColumn, withRow, withScope } from './change-permissions.ts'
import type { Chosen, Place } from './editing.ts'
import { reachOf } from './reach-of.ts'

/** Why a choice cannot be made. */
export type Blocked = 'access.beyondOwn' | 'access.beyondRead'

export interface ScopeChoice {
  readonly scope: Chosen
  /** Chosen without the menu by this letter. */
  readonly letter: string
  readonly blocked: Blocked | undefined
}

const letters: Readonly<Record<Scope, string>> = {
  none: 'n',
  own: 'o',
  team: 't',
  teamAndBelow: 'b',
  all: 'a',
}
const letterOfUsual = 'u'

export function chosenByLetter(letter: string): { readonly scope: Chosen } | undefined {
  if (letter === letterOfUsual || letter === 'Backspace' || letter === 'Delete') return { scope: undefined }
  const scope = scopes.find((one) => letters[one] === letter)
  return scope && { scope }
}

/** The permissions with a place set; the same where that cannot be said of it. */
export function withPlace(permissions: Permissions, place: Place, scope: Chosen): Permissions {
  if (place.kind === 'cell') return withScope(permissions, place.object?.key, place.verb, scope)
  if (place.kind === 'row') return withRow(permissions, place.object?.key, scope)
  return scope === undefined ? permissions : withColumn(permissions, place.verb, scope)
}

/** What is chosen at a cell; undefined for rows and columns, whose cells may differ. */
export function scopeAt(permissions: Permissions, place: Place): Scope | undefined {
  if (place.kind !== 'cell') return undefined
  return reachOf(permissions, place.object, place.verb)
}

/** @param own what the person who chooses has: nobody gives more */
export function choicesAt(
  permissions: Permissions,
  place: Place,
  own: Permissions,
  catalogue: Catalogue,
): readonly ScopeChoice[] {
  const offered = place.kind === 'row' || hasReach(place.verb) ? scopes : (['none', 'all'] as const)
  const blockedFor = (scope: Chosen): Blocked | undefined => {
    const next = withPlace(permissions, place, scope)
    if (beyond(next, own, catalogue) !== undefined) return 'access.beyondOwn'
    return isCut(next, place, scope) ? 'access.beyondRead' : undefined
  }
  const given = offered.map((scope) => ({ scope, letter: letters[scope], blocked: blockedFor(scope) }))
  if (place.kind === 'column' || place.object === undefined) return given
  return [{ scope: undefined, letter: letterOfUsual, blocked: blockedFor(undefined) }, ...given]
}

/** Whether what was chosen would reach no further than reading does, and so be something else. */
function isCut(next: Permissions, place: Place, scope: Chosen): boolean {
  if (scope === undefined || place.kind === 'row' || place.verb === 'read' || !hasReach(place.verb))
    return false
  const read = reachOf(next, place.kind === 'column' ? undefined : place.object, 'read')
  return scopes.indexOf(scope) > scopes.indexOf(read)
}
