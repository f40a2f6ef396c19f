import { setTimeout as sleep } from 'node:timers/promises'
import type { Answer, Caller } from './caller.ts'

const batch = 20

/**
 * Writes single records and batches in turn, each with a key of its own, until told to stop, and repeats what was not
 * acknowledged until it is. What it was told to be done stands in `acknowledged`: name and id.
 */
export class Writer {
  readonly acknowledged = new Map<string, string>()
  /** Answers other than 201. */
  readonly refusals: Answer[] = []
  lostConnections = 0
  readonly #caller: Caller
  readonly #name: string
  #stopped = false
  readonly #done: Promise<void>

  constructor(caller: Caller, name: string) {
    this.#caller = caller
    this.#name = name
    this.#done = this.#run()
  }

  /** Resolves when the last write was acknowledged. */
  async stop(): Promise<void> {
    this.#stopped = true
    await this.#done
  }

  async #run(): Promise<void> {
    for (let turn = 0; !this.#stopped; turn++) {
      const key = `${this.#name}-${turn}`
      const names = turn % 3 === 2 ? Array.from({ length: batch }, (_, index) => `${key}/${index}`) : [key]
      const body = names.length === 1 ? { name: key } : names.map((name) => ({ name }))
      const records = await this.#insist(key, body)
      for (const [index, name] of names.entries()) this.acknowledged.set(name, records[index]?.id ?? 'none')
    }
  }

  async #insist(key: string, body: unknown): Promise<readonly { readonly id: string }[]> {
    for (;;) {
      try {
        const answer = await this.#caller.send('POST', '/records/product', body, { 'idempotency-key': key })
        if (answer.status === 201) return [JSON.parse(answer.text).data].flat()
        this.refusals.push(answer)
      } catch {
        this.lostConnections += 1
      }
      await sleep(50)
    }
  }
}
