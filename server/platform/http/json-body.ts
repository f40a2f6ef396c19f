import { isUtf8 } from 'node:buffer'
import { AppError, invalidInput } from '#shared/errors.ts'

/** How deep arrays and objects may lie in one another. */
const deepest = 64

const loneSurrogate = /\p{Surrogate}/u

/**
 * Reads a JSON body. What PostgreSQL cannot store or JavaScript trips over is refused with its place: NUL bytes, lone
 * surrogates, the key `__proto__`, nesting beyond 64.
 * @throws AppError malformed_json, invalid_text, member_not_allowed, json_too_deep
 */
export function parseJsonBody(body: Buffer): unknown {
  if (!isUtf8(body)) throw new AppError('malformed_json', { reason: 'UTF-8' })
  refuseDepth(body)
  const text = body.toString('utf8')
  const value = parse(text)
  // NUL bytes and lone surrogates only come out of escapes in JSON. Most bodies have none of all this: then nothing
  // need be looked at twice.
  const texts = text.includes('\\u')
  const keys = texts || text.includes('"__proto__"') || text.includes('"prototype"')
  if (keys) inspect(value, [], texts)
  return value
}

const quote = 0x22
const backslash = 0x5c

/** Counts brackets before the parser sees them: it takes seconds for a few megabytes of them. */
function refuseDepth(body: Buffer): void {
  const { length } = body
  let depth = 0
  for (let index = 0; index < length; index += 1) {
    const byte = body[index]
    if (byte === quote) {
      index += 1
      while (index < length && body[index] !== quote) index += body[index] === backslash ? 2 : 1
      continue
    }
    // A bit apart: [ and {, ] and }.
    const bracket = byte === undefined ? 0 : byte | 0x20
    if (bracket === 0x7b) {
      depth += 1
      if (depth > deepest)
        throw new AppError('json_too_deep', { most: deepest }, { details: { position: index } })
    } else if (bracket === 0x7d) {
      depth -= 1
    }
  }
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

type Path = (string | number)[]

function inspect(value: unknown, path: Path, texts: boolean): void {
  if (typeof value === 'string') {
    if (texts && isUnstorable(value)) throw invalidInput([{ path: pointer(path), code: 'invalid_text' }])
    return
  }
  if (typeof value !== 'object' || value === null) return
  const members = Array.isArray(value) ? value.entries() : Object.entries(value)
  for (const [key, member] of members) {
    if (typeof key === 'string') refuseKey(key, member, path, texts)
    path.push(key)
    inspect(member, path, texts)
    path.pop()
  }
}

function refuseKey(key: string, member: unknown, path: Path, texts: boolean): void {
  if (texts && isUnstorable(key)) throw invalidInput([{ path: pointer(path), code: 'invalid_text' }])
  if (isDangerous(key, member))
    throw invalidInput([
      { path: pointer([...path, key]), code: 'member_not_allowed', parameters: { member: key } },
    ])
}

const isUnstorable = (text: string) => text.includes('\0') || loneSurrogate.test(text)

/** Keys through which a careless copy reaches the prototype of all objects. */
const isDangerous = (key: string, member: unknown) =>
  key === '__proto__' ||
  (key === 'constructor' &&
    typeof member === 'object' &&
    member !== null &&
    Object.hasOwn(member, 'prototype'))

/** A JSON Pointer. */
const pointer = (path: Path) =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
