import type { Language } from '#shared/language.ts'
import type { Random } from './random.ts'

export interface Address {
  readonly country: string
  readonly province: string
  readonly city: string
  readonly district?: string
  readonly code?: string
  readonly street: string
  readonly postalCode: string
}

export interface CompanyIdentity {
  readonly name: string
  readonly legalName: string
  readonly registrationNumber?: string
  readonly industry: string
  /** Under .example, which nobody can register. */
  readonly domain: string
  readonly phone: string
  readonly address: Address
}

export interface Person {
  readonly name: string
  readonly givenName: string
  readonly familyName: string
  /** Before the @ of an address. */
  readonly mailbox: string
}

export interface Position {
  readonly jobTitle: string
  readonly department: string
  readonly role: string
}

export type ActivityKind = 'note' | 'call' | 'meeting' | 'visit' | 'email' | 'wechat'

/** Texts with slots `{contact}`, `{company}`, `{topic}`, `{amount}`. A body is an opening, which goes with the subject at its place, a middle and an end. */
export interface ActivityTexts {
  readonly kind: ActivityKind
  readonly weight: number
  readonly subjects: readonly string[]
  readonly openings: readonly string[]
}

/** How one region names its companies and people, and what it writes about them. */
export interface Culture {
  readonly language: Language
  /** `serial` differs between companies and makes registration numbers differ. */
  readonly company: (random: Random, serial: number) => CompanyIdentity
  readonly person: (random: Random) => Person
  readonly position: (random: Random) => Position
  readonly mobile: (random: Random) => string
  readonly wechat: boolean
  /** What a deal or an enquiry is about. */
  readonly topic: (random: Random) => string
  readonly dealName: (random: Random, topic: string, year: number) => string
  readonly amount: (amount: number) => string
  readonly activities: readonly ActivityTexts[]
  readonly middles: readonly string[]
  readonly endings: readonly string[]
  readonly nextSteps: readonly string[]
  readonly tasks: readonly string[]
  readonly leadNotes: readonly string[]
  readonly companyNotes: readonly string[]
  readonly tags: readonly string[]
}

/** Fills the slots of a text. */
export function fill(template: string, slots: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => slots[name] ?? '')
}
