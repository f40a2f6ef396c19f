import { parseEmail, parseMobile } from '#server/platform/auth/identifier.ts'
import { type Language, languages } from '#shared/language.ts'
import { invalidValue } from './refusal.ts'
import { enterpriseSchema } from './urns.ts'
import type { Resource } from './user-resource.ts'
import type { UserDetails } from './user-rows.ts'

/** A resource of a person, read: what is not told is null. */
export interface UserInput {
  readonly details: UserDetails & { readonly userName: string }
  readonly name: string
  readonly email: string | null
  readonly mobile: string | null
  readonly jobTitle: string | null
  readonly language: Language | null
  readonly timeZone: string | null
  readonly active: boolean
  readonly department: string | null
  /** Id of a member. */
  readonly manager: string | null
}

const longest = 300

/** @throws ScimRefusal invalidValue, by the name of what is wrong */
export async function readUser(resource: Resource): Promise<UserInput> {
  const userName = textOf(resource.userName, 'userName')
  if (userName === null) throw invalidValue('userName is required')
  const externalId = textOf(resource.externalId, 'externalId')
  const name = objectOf(resource.name, 'name')
  const [familyName, givenName] = [
    textOf(name.familyName, 'name.familyName'),
    textOf(name.givenName, 'name.givenName'),
  ]
  const typed = textOf(resource.displayName, 'displayName') ?? textOf(name.formatted, 'name.formatted')
  const email = preferred(resource.emails, 'emails', 'work') ?? parseEmail(userName) ?? null
  const mobile = preferred(resource.phoneNumbers, 'phoneNumbers', 'mobile')
  const enterprise = objectOf(resource[enterpriseSchema], enterpriseSchema)
  return {
    details: {
      userName,
      ...(externalId !== null && { externalId }),
      ...(familyName !== null && { familyName }),
      ...(givenName !== null && { givenName }),
    },
    name: typed ?? (fullName(familyName ?? '', givenName ?? '') || userName),
    email: email?.toLowerCase() ?? null,
    mobile: mobile === null ? null : ((await parseMobile(mobile)) ?? mobile),
    jobTitle: textOf(resource.title, 'title'),
    language: languageOf(textOf(resource.preferredLanguage, 'preferredLanguage')),
    timeZone: zoneOf(textOf(resource.timezone, 'timezone')),
    active: booleanOf(resource.active ?? true, 'active'),
    department: textOf(enterprise.department, 'department'),
    manager: managerOf(enterprise.manager),
  }
}

/** An empty text is none: Entra clears that way. */
export function textOf(value: unknown, name: string): string | null {
  if (value === undefined || value === null || value === '') return null
  if (typeof value !== 'string' || value.length > longest)
    throw invalidValue(`${name} is a text of up to ${longest} characters`)
  return value.normalize('NFC').trim() || null
}

function objectOf(value: unknown, name: string): Resource {
  if (value === undefined || value === null || value === '') return {}
  if (typeof value !== 'object' || Array.isArray(value)) throw invalidValue(`${name} is an object`)
  return value as Resource
}

/** Entra sends `"False"`. */
export function booleanOf(value: unknown, name: string): boolean {
  const text = String(value).toLowerCase()
  if (text !== 'true' && text !== 'false') throw invalidValue(`${name} is true or false`)
  return text === 'true'
}

/** Of several values the one of a type, else the primary one; a value of another type where there is no better (`work`). */
function preferred(value: unknown, name: string, type: 'work' | 'mobile'): string | null {
  if (value === undefined || value === null) return null
  if (!Array.isArray(value)) throw invalidValue(`${name} is a list`)
  const parts = value.map((part) => objectOf(part, name))
  const of = (part: Resource | undefined) => (part === undefined ? null : textOf(part.value, `${name}.value`))
  // Where one was added beside another, the later is meant.
  const fitting = parts.findLast((part) => String(part.type).toLowerCase() === type)
  if (fitting !== undefined || type === 'mobile') return of(fitting)
  return of(parts.find((part) => String(part.primary).toLowerCase() === 'true') ?? parts[0])
}

const fullName = (family: string, given: string): string =>
  /\p{Script=Han}/u.test(family + given) ? family + given : `${given} ${family}`.trim()

/** One that Kith speaks; others leave the person with the workspace’s. */
function languageOf(text: string | null): Language | null {
  if (text === null) return null
  const tag = text.split(/[,;]/)[0]!.replace('_', '-').toLowerCase()
  const exact = languages.find((language) => language.toLowerCase() === tag)
  if (exact !== undefined) return exact
  if (/^zh-(hant|hk|mo)/.test(tag)) return 'zh-TW'
  if (/^zh/.test(tag)) return 'zh-CN'
  return /^en/.test(tag) ? 'en' : null
}

function zoneOf(text: string | null): string | null {
  if (text === null || !/^[A-Za-z]/.test(text)) return null
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone
  } catch {
    return null
  }
}

/** As an object by the RFC, as a bare id from Entra. */
function managerOf(value: unknown): string | null {
  return typeof value === 'string'
    ? textOf(value, 'manager')
    : textOf(objectOf(value, 'manager').value, 'manager.value')
}
