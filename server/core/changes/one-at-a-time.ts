/** Work that is done one at a time: who asks for it meanwhile gets it once more afterwards, however many they are. */
export class OneAtATime {
  readonly #work: () => Promise<void>
  #working: Promise<void> | undefined
  #again = false
  #stopped = false

  /** @param work fails never: it says itself what went wrong */
  constructor(work: () => Promise<void>) {
    this.#work = work
  }

  get stopped(): boolean {
    return this.#stopped
  }

  ask(): void {
    if (this.#stopped) return
    if (this.#working !== undefined) {
      this.#again = true
      return
    }
    this.#working = this.#work().finally(() => {
      this.#working = undefined
      if (!this.#again) return
      this.#again = false
      this.ask()
    })
  }

  /** Resolves once nothing is done any more. */
  async stop(): Promise<void> {
    this.#stopped = true
    await this.#working
  }
}
