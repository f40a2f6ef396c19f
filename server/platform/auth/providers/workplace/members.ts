import { ProviderRefusal } from '../refusal.ts'
import type { Json } from './workplace-client.ts'

// What another server sends may be anything: each member is read as what it should be, or as missing.

export const objectIn = (json: Json, name: string): Json => {
  const value = json[name]
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}
}

export const listIn = (json: Json, name: string): readonly Json[] => {
  const value = json[name]
  return Array.isArray(value)
    ? value.filter((one): one is Json => typeof one === 'object' && one !== null)
    : []
}

/** Texts, and numbers as texts; an empty one is none. */
export const textIn = (json: Json, name: string): string | null => {
  const value = json[name]
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

export const textsIn = (json: Json, name: string): string[] => {
  const value = json[name]
  return Array.isArray(value)
    ? value.filter((one) => typeof one === 'string' || typeof one === 'number').map(String)
    : []
}

/** @throws ProviderRefusal where it is missing */
export function requireText(json: Json, name: string, kind: string): string {
  const text = textIn(json, name)
  if (text === null) throw new ProviderRefusal(`${kind}_without_${name}`)
  return text
}

export const numberIn = (json: Json, name: string): number => Number(json[name] ?? 0) || 0

/** With the main one first. */
export const mainFirst = (ids: readonly string[], main: string | null): string[] =>
  main === null || !ids.includes(main) ? [...ids] : [main, ...ids.filter((id) => id !== main)]

const mostPages = 20_000

/** All pages of a list, each asked for by where the one before ended. @throws ProviderRefusal where it does not end */
export async function allPages(
  kind: string,
  page: (
    at: string | undefined,
  ) => Promise<{ readonly items: readonly Json[]; readonly next: string | undefined }>,
): Promise<Json[]> {
  const items: Json[] = []
  let at: string | undefined
  for (let pages = 0; pages < mostPages; pages += 1) {
    const { items: more, next } = await page(at)
    items.push(...more)
    if (next === undefined) return items
    if (next === at) break
    at = next
  }
  throw new ProviderRefusal(`${kind}_endless_list`)
}

/** What the browser brought back, where it is an answer to this visit. @throws ProviderRefusal */
export function requireCode(
  answer: ReadonlyMap<string, string>,
  names: readonly string[],
  state: string,
  kind: string,
): string {
  if (answer.get('state') !== state) throw new ProviderRefusal(`${kind}_state_mismatch`)
  const code = names.map((name) => answer.get(name)).find((text) => text !== undefined && text !== '')
  if (code === undefined) throw new ProviderRefusal(`${kind}_no_code`)
  return code
}

/** An address with parameters. */
export const addressOf = (
  base: string,
  path: string,
  parameters: Readonly<Record<string, string>> = {},
): string => {
  const text = new URLSearchParams(parameters).toString()
  return `${base.replace(/\/+$/, '')}${path}${text === '' ? '' : `?${text}`}`
}
