import { isUtf8 } from 'node:buffer'
import { AppError, invalidInput } from '#shared/errors.ts'

/** How deep arrays and objects may lie in one another. */
export const deepest = 64

const loneSurrogate = /\p{Surrogate}/u

/**
 * Reads a JSON body. What PostgreSQL cannot store or JavaScript trips over is refused with its place: NUL bytes, lone
 * surrogates, the key `__proto__`, nesting beyond 64.
 * @throws AppError malformed_json, invalid_text, member_not_allowed, json_too_deep
 */
export function parseJsonBody(body: Buffer): unknown {
  if (!isUtf8(body)) throw new AppError('malformed_json', { reason: 'UTF-8' })
  const text = body.toString('utf8')
  const value = parse(text)
  // Both only come out of escapes in JSON, and most bodies have none: then no text need be looked at.
  const escaped = text.includes('\\u')
  inspect(value, {
    path: [],
    texts: escaped,
    keys: escaped || text.includes('"__proto__"') || text.includes('"prototype"'),
  })
  return value
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const reason =
      error instanceof Error ? error.message.replace(/ in JSON at position \d+/, '') : String(error)
    throw new AppError('malformed_json', { reason }, { cause: error })
  }
}

interface Inspection {
  readonly path: (string | number)[]
  readonly texts: boolean
  readonly keys: boolean
}

function inspect(value: unknown, inspection: Inspection): void {
  const { path, texts, keys } = inspection
  if (typeof value === 'string') {
    if (texts && isUnstorable(value)) refuse('invalid_text', path)
    return
  }
  if (typeof value !== 'object' || value === null) return
  if (path.length >= deepest) refuse('json_too_deep', path)
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) descend(value[index], index, inspection)
    return
  }
  for (const [key, member] of Object.entries(value)) {
    if (keys && isDangerous(key, member)) refuse('member_not_allowed', [...path, key])
    if (texts && isUnstorable(key)) refuse('invalid_text', path)
    descend(member, key, inspection)
  }
}

function descend(member: unknown, key: string | number, inspection: Inspection): void {
  if (typeof member !== 'object' && !inspection.texts) return
  inspection.path.push(key)
  inspect(member, inspection)
  inspection.path.pop()
}

const isUnstorable = (text: string) => text.includes('\0') || loneSurrogate.test(text)

/** Keys through which a careless copy reaches the prototype of all objects. */
const isDangerous = (key: string, member: unknown) =>
  key === '__proto__' ||
  (key === 'constructor' &&
    typeof member === 'object' &&
    member !== null &&
    Object.hasOwn(member, 'prototype'))

function refuse(
  code: 'invalid_text' | 'json_too_deep' | 'member_not_allowed',
  path: readonly (string | number)[],
): never {
  const pointer = path
    .slice(0, 16)
    .map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('')
  throw invalidInput([
    { path: pointer, code, parameters: { most: deepest, member: String(path.at(-1) ?? '') } },
  ])
}
