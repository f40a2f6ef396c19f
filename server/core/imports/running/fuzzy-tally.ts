import type { FuzzyMatch } from '#shared/imports/contract.ts'
import type { FuzzyUse } from './read-row.ts'

/** Different names that are reported; further ones are matched all the same. */
const mostReported = 200

/** Counts how many rows used each name that matched only loosely. */
export class FuzzyTally {
  readonly #matches = new Map<string, FuzzyMatch>()

  readonly #secret: ReadonlySet<string>

  /** @param secret columns whose texts are not reported */
  constructor(matches: readonly FuzzyMatch[], secret: ReadonlySet<string>) {
    this.#secret = secret
    for (const match of matches) this.#matches.set(`${match.column}\n${match.text}`, match)
  }

  add({ column, text, matched }: FuzzyUse): void {
    if (this.#secret.has(column)) return
    const key = `${column}\n${text}`
    const known = this.#matches.get(key)
    if (known !== undefined) this.#matches.set(key, { ...known, rows: known.rows + 1 })
    else if (this.#matches.size < mostReported) this.#matches.set(key, { column, text, matched, rows: 1 })
  }

  list(): FuzzyMatch[] {
    return [...this.#matches.values()]
  }
}
