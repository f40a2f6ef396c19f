import type { Context } from '#server/core/context.ts'
import type { Catalogue, CatalogueObject } from '#shared/metadata/catalogue.ts'
import { uuidv7 } from '#shared/uuid.ts'
import type { CompiledColumn, Target } from '../mapping/compile.ts'
import type { ImportDoors, WireRecord } from './doors.ts'
import { quote } from './doors.ts'
import { type Found, Lookup } from './lookup.ts'
import { outcomeNamed } from './outcome-words.ts'

/** The records that relations of a file point to: found by name, and created where the mapping says so. */
export class Targets {
  readonly #doors: ImportDoors
  readonly #cx: Context
  readonly #catalogue: Catalogue
  readonly #dryRun: boolean
  readonly #lookups = new Map<string, Lookup>()
  readonly #stageOfOutcome = new Map<string, string>()
  /** Records created, by object; read and emptied by `takeCreated`. */
  #created: Record<string, number> = {}

  constructor(doors: ImportDoors, cx: Context, catalogue: Catalogue, dryRun: boolean) {
    this.#doors = doors
    this.#cx = cx
    this.#catalogue = catalogue
    this.#dryRun = dryRun
  }

  /** Makes `find` answer for these texts of a column, creating what is missing where its mapping asks for it. */
  async prepare(column: CompiledColumn, texts: readonly string[]): Promise<void> {
    if (column.target === undefined) return
    const byLookup = Map.groupBy(new Set(texts), (text) => this.#lookup(column, text))
    for (const [lookup, some] of byLookup) await lookup.prepare(some)
    if (column.target.object.name === 'stage') await this.#loadOutcomes()
    if (column.mapping.create !== true) return
    const missing = new Map<string, string>()
    for (const text of texts)
      if (this.find(column, text).kind === 'none') missing.set(text.toLowerCase(), text)
    if (missing.size > 0) await this.#create(column, [...missing.values()])
  }

  find(column: CompiledColumn, text: string): Found {
    const found = this.#lookup(column, text).find(text)
    if (found.kind !== 'none' || column.target?.object.name !== 'stage') return found
    const stage = this.#stageOfOutcome.get(outcomeNamed(text) ?? '')
    return stage === undefined ? found : { kind: 'one', id: stage, fuzzy: undefined }
  }

  /** How many records were created since the last call, by object. */
  takeCreated(): Readonly<Record<string, number>> {
    const created = this.#created
    this.#created = {}
    return created
  }

  #lookup(column: CompiledColumn, text: string): Lookup {
    const target = this.#targetOf(column, text)
    const key = `${target.object.name}.${target.by.name}`
    const known = this.#lookups.get(key)
    if (known !== undefined) return known
    const lookup = new Lookup(this.#doors, this.#cx, target)
    this.#lookups.set(key, lookup)
    return lookup
  }

  /** Members are known by their e-mail address too. */
  #targetOf({ target, mapping }: CompiledColumn, text: string): Target {
    if (target === undefined) throw new Error('a column without a relation has no target')
    const email = target.object.fieldByName.get('email')
    const isAddress = target.object.name === 'user' && mapping.by === undefined && text.includes('@')
    return isAddress && email !== undefined ? { object: target.object, by: email } : target
  }

  async #create(column: CompiledColumn, texts: readonly string[]): Promise<void> {
    const object = this.#targetOf(column, '').object
    const common = object.name === 'stage' ? await this.#newStage() : undefined
    const records = texts.map((text, index) => ({
      id: uuidv7(),
      ...common?.(index),
      [object.titleField.wire]: text,
      [this.#targetOf(column, text).by.wire]: text,
    }))
    if (!this.#dryRun) await this.#doors.createRecords(this.#cx, object.name, records)
    texts.forEach((text, index) => {
      this.#lookup(column, text).add(records[index]!.id, text)
    })
    this.#created[object.name] = (this.#created[object.name] ?? 0) + texts.length
  }

  async #first(
    object: CatalogueObject,
    filter: string | undefined,
    sort: string,
  ): Promise<WireRecord | undefined> {
    const { text } = await this.#doors.queryRecords(this.#cx, object.name, {
      ...(filter !== undefined && { filter }),
      sort,
      limit: 1,
    })
    return (JSON.parse(text) as { data: WireRecord[] }).data[0]
  }

  async #loadOutcomes(): Promise<void> {
    if (this.#stageOfOutcome.size > 0) return
    const stage = this.#catalogue.object('stage')
    for (const outcome of ['won', 'lost']) {
      const record = await this.#first(stage, `outcome = ${quote(outcome)}`, 'position')
      if (typeof record?.id === 'string') this.#stageOfOutcome.set(outcome, record.id)
    }
  }

  /** A new stage stands behind the last open one of the first pipeline. */
  async #newStage(): Promise<(index: number) => WireRecord> {
    const pipeline = await this.#first(this.#catalogue.object('pipeline'), undefined, 'position')
    const filter = `pipelineId = ${quote(String(pipeline?.id))} and outcome = "open"`
    const last = await this.#first(this.#catalogue.object('stage'), filter, '-position')
    const behind = Number(last?.position ?? 0)
    return (index) => ({
      pipelineId: pipeline?.id,
      outcome: 'open',
      position: Number((behind + (index + 1) / 100).toFixed(6)),
    })
  }
}
