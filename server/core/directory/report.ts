import type { DirectoryReport, SkipReason } from '#shared/operations/directories.ts'

export interface Skipped {
  readonly subject: string
  readonly name: string
  readonly reason: SkipReason
  /** What stands in the way, where a name helps. */
  readonly detail?: string
}

const mostSkippedTold = 500

/** Counts what a run does; `report` is what is kept of it. */
export class Tally {
  readonly #counts = {
    created: 0,
    updated: 0,
    deactivated: 0,
    returned: 0,
    unchanged: 0,
    teamsCreated: 0,
    teamsUpdated: 0,
  }
  readonly #skipped: Skipped[] = []
  #held: DirectoryReport['held'] = null

  add(what: keyof Tally['counts'], count = 1): void {
    this.#counts[what] += count
  }

  skip(...skipped: readonly Skipped[]): void {
    this.#skipped.push(...skipped)
  }

  hold(leaving: number, of: number): void {
    this.#held = { leaving, of }
  }

  get counts(): Readonly<Record<keyof DirectoryReport['counts'], number>> {
    return this.#counts
  }

  get report(): DirectoryReport {
    return {
      counts: { ...this.#counts },
      skipped: this.#skipped.slice(0, mostSkippedTold),
      skippedCount: this.#skipped.length,
      held: this.#held,
    }
  }
}
