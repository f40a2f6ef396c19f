/**
 * Names for prepared statements. A text that comes back is worth preparing; one that came once (a filter somebody typed)
 * is not, as each connection keeps what it prepared. `most` bounds what a connection may hold at a time: texts beyond it
 * run unprepared until older ones fall out of use.
 */
export class StatementNames {
  readonly #most: number
  readonly #seen = new Map<string, string | undefined>()
  #next = 1

  constructor(most = 500) {
    this.#most = most
  }

  /** The name to prepare it under; undefined the first time. */
  nameOf(text: string): string | undefined {
    if (!this.#seen.has(text)) {
      this.#remember(text, undefined)
      return undefined
    }
    const name = this.#seen.get(text) ?? `k${this.#next++}`
    this.#remember(text, name)
    return name
  }

  #remember(text: string, name: string | undefined): void {
    this.#seen.delete(text)
    this.#seen.set(text, name)
    if (this.#seen.size <= this.#most) return
    const [oldest] = this.#seen.keys()
    this.#seen.delete(oldest!)
  }
}
