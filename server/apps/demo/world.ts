import type { Language } from '#shared/language.ts'
import { uuidv7At } from '#shared/uuid.ts'
import type { Outcome } from '../sales/stamp-deal.ts'
import type { Culture } from './culture.ts'
import { english } from './en/culture.ts'
import { evenly, Random, weighted } from './random.ts'
import { mainland } from './zh-cn/culture.ts'
import { taiwan } from './zh-tw/culture.ts'

export interface DemoStage {
  readonly id: string
  readonly pipelineId: string
  readonly position: number
  /** Per cent, 0…100. */
  readonly probability: number | null
  readonly outcome: Outcome
}

export interface DemoOptions {
  /** How many records of all objects together. */
  readonly records: number
  readonly seed: number
  readonly language: Language
  /** Nothing but due dates and expected closes lies after it. */
  readonly now: Date
  /** Members who own the records. */
  readonly users: readonly { readonly id: string }[]
  /** Of the pipelines given, deals use the one of the first stage. */
  readonly stages: readonly DemoStage[]
  readonly products: readonly { readonly id: string; readonly name: string }[]
  /** ISO 4217; amounts are scaled to it. Default `CNY`. */
  readonly currency?: string
  /** Offset of the workspace's time zone in hours; people work by day. Default 8. */
  readonly utcOffset?: number
  /** Share of Chinese companies and people, 0…1. Default 0.7. */
  readonly chineseShare?: number
  /** How many demo companies there are already, so that codes and registration numbers stay unique. Default 0. */
  readonly firstSerial?: number
}

export const day = 86_400_000
export const hour = 3_600_000
export const years = 3

/** Rough units of the currency to one yuan. */
const scales: Readonly<Record<string, number>> = {
  CNY: 1,
  TWD: 4.4,
  HKD: 1.1,
  USD: 0.14,
  EUR: 0.13,
  GBP: 0.11,
  SGD: 0.19,
  JPY: 21,
}

/** What all generators share: chance, the calendar, and the records that were there before. */
export interface World {
  readonly random: Random
  readonly now: number
  readonly newId: (milliseconds: number) => string
  /** The nearest earlier moment of a working day, but not before `notBefore` and not after now. */
  readonly workTime: (milliseconds: number, notBefore: number) => number
  /** Local date `YYYY-MM-DD`. */
  readonly localDate: (milliseconds: number) => string
  /** That hour of the local day; on a weekend, of the next Monday in the future and the last Friday in the past. */
  readonly atHour: (milliseconds: number, clock: number) => number
  readonly culture: () => Culture
  readonly owner: () => string | null
  readonly product: () => { readonly id: string; readonly name: string } | undefined
  readonly scale: number
  readonly openStages: readonly DemoStage[]
  readonly wonStage: DemoStage | undefined
  readonly lostStage: DemoStage | undefined
  /** Sequences that give even small sets every stage, outcome and kind of task. */
  readonly even: {
    readonly culture: () => number
    readonly outcome: () => number
    readonly stage: () => number
    readonly task: () => number
  }
}

export function worldOf(options: DemoOptions): World {
  const { users, products, chineseShare = 0.7 } = options
  const random = new Random(options.seed)
  const now = options.now.getTime()
  const offset = (options.utcOffset ?? 8) * hour
  const chinese = options.language === 'zh-TW' ? taiwan : mainland
  const even = {
    culture: evenly(random.unit()),
    outcome: evenly(random.unit()),
    stage: evenly(random.unit()),
    task: evenly(random.unit()),
  }
  // Some people sell more than others.
  const userAt = weighted(users.map((user, index) => [user.id, 1 / Math.sqrt(index + 1)] as const))
  const productAt = weighted(products.map((product, index) => [product, 1 / Math.sqrt(index + 1)] as const))
  const stages = options.stages
    .filter(({ pipelineId }) => pipelineId === options.stages[0]?.pipelineId)
    .toSorted((a, b) => a.position - b.position)

  return {
    random,
    now,
    newId: (milliseconds) => uuidv7At(milliseconds, random.bits(), random.bits(), random.bits()),
    workTime: (milliseconds, notBefore) => {
      const local = milliseconds + offset
      let date = Math.floor(local / day)
      const weekday = (date + 4) % 7
      if (weekday === 6) date -= 1
      if (weekday === 0) date -= 2
      const morning = random.chance(0.48)
      const clock = morning ? random.between(9, 12) : random.between(13.5, 18.5)
      const moment = date * day + Math.floor(clock * hour) - offset
      const latest = now - random.whole(60_000, 2 * hour)
      return Math.max(notBefore, Math.min(moment, latest))
    },
    localDate: (milliseconds) => new Date(milliseconds + offset).toISOString().slice(0, 10),
    atHour: (milliseconds, clock) => {
      const date = Math.floor((milliseconds + offset) / day)
      const weekday = (date + 4) % 7
      const isFuture = milliseconds > now
      const shift = weekday === 6 ? (isFuture ? 2 : -1) : weekday === 0 ? (isFuture ? 1 : -2) : 0
      return (date + shift) * day + clock * hour - offset
    },
    culture: () => (even.culture() < chineseShare ? chinese : english),
    owner: () => (users.length === 0 ? null : userAt(random.unit())),
    product: () => (products.length === 0 ? undefined : productAt(random.unit())),
    scale: scales[options.currency ?? 'CNY'] ?? 1,
    openStages: stages.filter(({ outcome }) => outcome === 'open'),
    wonStage: stages.find(({ outcome }) => outcome === 'won'),
    lostStage: stages.find(({ outcome }) => outcome === 'lost'),
    even,
  }
}

/** Two significant digits, three above a million: figures as people give them. */
export function roundFigure(figure: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(figure)) - (figure > 1e6 ? 2 : 1))
  return Math.round(figure / unit) * unit
}

export const iso = (milliseconds: number): string => new Date(milliseconds).toISOString()
