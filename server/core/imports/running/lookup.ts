import type { Context } from '#server/core/context.ts'
import { fold } from '#shared/imports/fold.ts'
import { nearest } from '#shared/nearest.ts'
import type { Target } from '../mapping/compile.ts'
import { type ImportDoors, quote, readAll } from './doors.ts'

export type Found =
  | { readonly kind: 'one'; readonly id: string; readonly fuzzy: string | undefined }
  | { readonly kind: 'several'; readonly count: number }
  | { readonly kind: 'none'; readonly suggestion: string }

/** Names held in memory; an object with more is asked for each chunk's names, exactly as they are written. */
const mostHeld = 100_000
const askedAtOnce = 200
const longestSuggested = 2_000

interface Entry {
  readonly id: string
  readonly text: string
}

/** Finds records by name: as written, else without case, width, spaces and punctuation. */
export class Lookup {
  readonly #doors: ImportDoors
  readonly #cx: Context
  readonly #target: Target
  readonly #exact = new Map<string, Entry[]>()
  readonly #folded = new Map<string, Entry[]>()
  #isWhole: boolean | undefined

  constructor(doors: ImportDoors, cx: Context, target: Target) {
    this.#doors = doors
    this.#cx = cx
    this.#target = target
  }

  /** Makes `find` answer for these texts. */
  async prepare(texts: Iterable<string>): Promise<void> {
    if (this.#isWhole === undefined) await this.#load()
    if (this.#isWhole) return
    if (this.#exact.size > mostHeld) {
      this.#exact.clear()
      this.#folded.clear()
    }
    const missing = [...new Set(texts)].filter((text) => !this.#exact.has(text))
    for (let at = 0; at < missing.length; at += askedAtOnce) {
      const asked = missing.slice(at, at + askedAtOnce)
      for (const text of asked) this.#exact.set(text, [])
      const filter = `${this.#target.by.wire} in (${asked.map(quote).join(', ')})`
      for await (const entry of this.#read(filter)) this.#hold(entry)
    }
  }

  async #load(): Promise<void> {
    let count = 0
    for await (const entry of this.#read()) {
      if (++count > mostHeld) {
        this.#exact.clear()
        this.#folded.clear()
        this.#isWhole = false
        return
      }
      this.#hold(entry)
    }
    this.#isWhole = true
  }

  async *#read(filter?: string): AsyncGenerator<Entry> {
    const { object, by } = this.#target
    const query = { fields: [by.name], ...(filter !== undefined && { filter }) }
    for await (const record of readAll(this.#doors, this.#cx, object.name, query)) {
      const text = record[by.wire]
      if (typeof record.id === 'string' && typeof text === 'string') yield { id: record.id, text }
    }
  }

  #hold(entry: Entry): void {
    push(this.#exact, entry.text, entry)
    push(this.#folded, fold(entry.text), entry)
  }

  /** A record that was made meanwhile. */
  add(id: string, text: string): void {
    if (this.#exact.get(text)?.some((entry) => entry.id === id)) return
    this.#hold({ id, text })
  }

  find(text: string): Found {
    const exact = this.#exact.get(text) ?? []
    if (exact.length > 0) return only(exact, undefined)
    const folded = fold(text)
    const similar = folded === '' ? [] : (this.#folded.get(folded) ?? [])
    if (similar.length > 0) return only(similar, similar[0]?.text)
    const suggestion = this.#folded.size <= longestSuggested ? nearest(text, this.#exact.keys()) : ''
    return { kind: 'none', suggestion }
  }
}

function only(entries: readonly Entry[], fuzzy: string | undefined): Found {
  const [first] = entries
  if (first === undefined) return { kind: 'none', suggestion: '' }
  return entries.length === 1
    ? { kind: 'one', id: first.id, fuzzy }
    : { kind: 'several', count: entries.length }
}

function push(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const entries = map.get(key)
  if (entries === undefined) map.set(key, [entry])
  else entries.push(entry)
}
