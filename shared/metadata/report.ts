import type { ErrorCode, ErrorParameters, Issue } from '#shared/errors.ts'
import { nearest } from '../nearest.ts'

/** Where checks put what they refuse. `path` is a JSON Pointer into the input. */
export type Report = (path: string, code: ErrorCode, parameters?: ErrorParameters) => void

/** Checks one value; undefined when it was refused and reported. */
export type Check<T> = (value: unknown, path: string, report: Report) => T | undefined

export function collect(): { readonly issues: Issue[]; readonly report: Report } {
  const issues: Issue[] = []
  return {
    issues,
    report: (path, code, parameters) =>
      void issues.push(parameters === undefined ? { path, code } : { path, code, parameters }),
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const pointer = (path: string, member: string) =>
  `${path}/${member.replaceAll('~', '~0').replaceAll('/', '~1')}`

/** An object of these members and no others, each checked by its own; null counts as left out. */
export function checkMembers<T extends object>(
  value: unknown,
  path: string,
  members: { readonly [Name in keyof T]-?: Check<NonNullable<T[Name]>> },
  report: Report,
): { -readonly [Name in keyof T]?: NonNullable<T[Name]> } {
  const result: { -readonly [Name in keyof T]?: NonNullable<T[Name]> } = {}
  if (!isRecord(value)) {
    report(path, 'wrong_type', { expected: 'object' })
    return result
  }
  const isMember = (name: string): name is keyof T & string => Object.hasOwn(members, name)
  for (const [name, given] of Object.entries(value)) {
    if (!isMember(name)) {
      report(pointer(path, name), 'unknown_member', {
        name,
        suggestion: nearest(name, Object.keys(members)),
      })
    } else if (given !== null && given !== undefined) {
      const checked = members[name](given, pointer(path, name), report)
      if (checked !== undefined) result[name] = checked
    }
  }
  return result
}

export const aText =
  (most: number): Check<string> =>
  (value, path, report) => {
    if (typeof value !== 'string') report(path, 'wrong_type', { expected: 'string' })
    else if (value.includes('\0') || !value.isWellFormed()) report(path, 'invalid_text')
    else if (value.trim() === '') report(path, 'required', { label: path.split('/').at(-1) ?? '' })
    else if (value.length > most) report(path, 'text_too_long', { most })
    else return value.trim().normalize('NFC')
    return undefined
  }

export const aBoolean: Check<boolean> = (value, path, report) => {
  if (typeof value === 'boolean') return value
  report(path, 'wrong_type', { expected: 'boolean' })
  return undefined
}

export const aNumber =
  (least: number, most: number, kind: 'whole' | 'any' = 'any'): Check<number> =>
  (value, path, report) => {
    if (typeof value !== 'number' || !Number.isFinite(value))
      report(path, 'wrong_type', { expected: 'number' })
    else if (kind === 'whole' && !Number.isInteger(value)) report(path, 'invalid_number')
    else if (value < least || value > most) report(path, 'number_out_of_range', { least, most })
    else return value
    return undefined
  }

export const oneOf =
  <T extends string>(values: readonly T[]): Check<T> =>
  (value, path, report) => {
    const found = values.find((candidate) => candidate === value)
    if (found === undefined)
      report(path, 'unknown_option', {
        value: typeof value === 'string' ? value : JSON.stringify(value),
        suggestion: typeof value === 'string' ? nearest(value, values) : '',
      })
    return found
  }

export const aList =
  <T>(check: Check<T>, most: number): Check<T[]> =>
  (value, path, report) => {
    if (!Array.isArray(value)) {
      report(path, 'wrong_type', { expected: 'array' })
      return undefined
    }
    if (value.length > most) {
      report(path, 'too_many_values', { most })
      return undefined
    }
    return value.flatMap((member, index) => check(member, `${path}/${index}`, report) ?? [])
  }
