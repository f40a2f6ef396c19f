import type { Placed } from '../grid/use-cursor.ts'

/**
 * Glossary
 * - entry: of the tab's history. Each has a key of its own, also where two have one address.
 * - place: what a person had before them in a list as they went on to a record. It is kept with the entry, for as long as
 *   the page is open, and found again by the way back.
 */

export interface Ticked {
  readonly ids: ReadonlySet<string>
  readonly everything: boolean
}

/** Each part is left by whoever holds it: a list has no board, a phone no cursor. */
export interface LeftPlace {
  /** Pixels from the top. */
  readonly scroll?: number | undefined
  readonly cursor?: Placed | undefined
  readonly ticked?: Ticked | undefined
  readonly board?:
    | {
        readonly active: string | undefined
        readonly selected: ReadonlySet<string>
        /** Pixels from the left, and of each column from its top. */
        readonly left: number
        readonly tops: ReadonlyMap<string, number>
      }
    | undefined
  /** The day that its keys stood on (see shared/fields/calendar.ts), and whether one day was shown. */
  readonly calendar?: { readonly day: number; readonly daily: boolean } | undefined
  /** Key of the calendar's entry that was looked at. */
  readonly entry?: string | undefined
}

/** Where one stands: its key, and whether the way to it was the one back to a list as it was left. */
interface Standing {
  readonly href: string
  readonly state: { readonly __TSR_key?: string | undefined; readonly asLeft?: boolean | undefined }
}

/** Places beyond these are forgotten, the earliest left first. */
const most = 50

const byEntry = new Map<string, LeftPlace>()
/** By address: the way back by a link makes an entry of its own. */
const byAddress = new Map<string, LeftPlace>()

/** Parameters may stand in any order. */
function addressOf(href: string): string {
  const [path = '', search = ''] = href.split('?', 2)
  return [path, ...search.split('&').toSorted()].join(' ')
}

function keepIn(places: Map<string, LeftPlace>, name: string, part: LeftPlace): void {
  const place = { ...places.get(name), ...part }
  places.delete(name)
  places.set(name, place)
  const [first] = places.keys()
  if (places.size > most && first !== undefined) places.delete(first)
}

export function leave({ href, state }: Standing, part: LeftPlace): void {
  if (state.__TSR_key !== undefined) keepIn(byEntry, state.__TSR_key, part)
  keepIn(byAddress, addressOf(href), part)
}

/** Undefined where one came by a way that begins anew. */
export function leftAt({ href, state }: Standing): LeftPlace | undefined {
  const kept = byEntry.get(state.__TSR_key ?? '')
  return kept ?? (state.asLeft === true ? byAddress.get(addressOf(href)) : undefined)
}
