import { isDeepStrictEqual } from 'node:util'
import type { Option } from '#shared/metadata/definition.ts'

type Members = Readonly<Record<string, unknown>>

/**
 * Three ways: `base` is what the declaration said when it was merged last, `declared` what it says now, `current` what
 * the customer made of it. A property that the customer changed stays; every other follows the declaration.
 */
export function mergeProperties<T extends object>(base: T, declared: T, current: T): T {
  const members = ({ ...all }: T): Members => Object.fromEntries(Object.entries(all))
  // Each member of the result has a value that one of the three has for it.
  return mergeMembers(members(base), members(declared), members(current)) as T
}

function mergeMembers(base: Members, declared: Members, current: Members): Members {
  const names = new Set([...Object.keys(declared), ...Object.keys(current)])
  const entries = [...names].map((name) => [
    name,
    name === 'options'
      ? mergeOptions(optionsOf(base), optionsOf(declared), optionsOf(current))
      : mergeValue(base[name], declared[name], current[name]),
  ])
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

function mergeValue(base: unknown, declared: unknown, current: unknown): unknown {
  if (isDeepStrictEqual(base, current)) return declared
  return isMembers(base) && isMembers(declared) && isMembers(current)
    ? mergeMembers(base, declared, current)
    : current
}

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const optionsOf = (members: Members): readonly Option[] =>
  Array.isArray(members.options) ? members.options : []

/** By value. An option leaves only when the customer removes it: records may have it. */
function mergeOptions(base: readonly Option[], declared: readonly Option[], current: readonly Option[]) {
  const find = (options: readonly Option[], value: string) => options.find((option) => option.value === value)
  const untouched = isDeepStrictEqual(base, current)
  const kept = current.map((option) => {
    const from = find(base, option.value)
    const to = find(declared, option.value)
    return from && to ? mergeProperties(from, to, option) : option
  })
  const merged = untouched ? kept.filter((option) => !find(declared, option.value)) : [...kept]
  if (untouched) return nothingIfEmpty([...declared, ...merged])
  declared.forEach((option, index) => {
    if (find(base, option.value) || find(merged, option.value)) return
    const before = declared.slice(0, index).findLast(({ value }) => find(merged, value))
    const place = before === undefined ? merged.length : merged.indexOf(find(merged, before.value)!) + 1
    merged.splice(place, 0, option)
  })
  return nothingIfEmpty(merged)
}

const nothingIfEmpty = (options: readonly Option[]) => (options.length === 0 ? undefined : options)
