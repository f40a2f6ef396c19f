import { createHash } from 'node:crypto'
import { auditFormat, type ChainedEntry, genesis, lineOf, sealOf } from './chain.ts'
import type { ChainReport } from './verify.ts'

type Line = Readonly<Record<string, unknown>>

/** Reads the lines of a copy one after the other and finds the first byte that is not as it was written. */
class CopyCheck {
  #entries = 0
  #last = genesis
  #headSeen = false
  #ended = false
  readonly #sum = createHash('sha256')

  get report(): ChainReport {
    return { entries: this.#entries, last: this.#last }
  }

  /** @returns what is wrong with it */
  read(text: string): string | undefined {
    if (this.#ended) return 'something follows the end of the copy'
    const line = parsed(text)
    if (!this.#headSeen) {
      this.#headSeen = true
      if (line?.format !== auditFormat) return 'this is no audit log that Kith exported: its head was changed'
    } else if (line !== undefined && Object.hasOwn(line, 'sha256')) return this.#end(text, line)
    else {
      const problem = this.#entry(text, line)
      if (problem !== undefined) return problem
    }
    this.#sum.update(`${text}\n`)
    return undefined
  }

  /** What is missing at the end. */
  finish(endsWithNewline: boolean): string | undefined {
    if (!this.#ended) return `the copy ends after entry ${this.#entries}: its end is missing`
    return endsWithNewline ? undefined : 'the last line was changed: its end is missing'
  }

  #entry(text: string, line: Line | undefined): string | undefined {
    const expected = this.#entries + 1
    if (line === undefined) return `entry ${expected} was changed: it is no JSON`
    const { hash, ...members } = line
    const entry = members as unknown as ChainedEntry
    const called = `entry ${expected}${typeof entry.id === 'string' ? ` (${entry.id})` : ''}`
    if (typeof entry.number === 'number' && entry.number !== expected && sound(text, line))
      return entry.number > expected
        ? `entry ${expected} is missing or stands elsewhere: entry ${entry.number} is in its place`
        : `entry ${entry.number} stands where entry ${expected} belongs`
    if (sealOf(this.#last, entry) !== hash || lineOf(entry, String(hash)) !== text)
      return `${called} was changed`
    this.#entries = expected
    this.#last = String(hash)
    return undefined
  }

  #end(text: string, { entries, last }: Line): string | undefined {
    this.#ended = true
    if (entries !== this.#entries)
      return `entry ${this.#entries + 1} is missing: the end tells of ${entries} entries`
    if (last !== this.#last) return `the end names another last entry than entry ${this.#entries}`
    const whole = JSON.stringify({ entries, last, sha256: this.#sum.digest('hex') })
    return text === whole ? undefined : 'the head or the end of the copy was changed'
  }
}

/** A whole line as it was written, from wherever it comes. */
const sound = (text: string, { hash, ...entry }: Line): boolean =>
  lineOf(entry as unknown as ChainedEntry, String(hash)) === text

function parsed(text: string): Line | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Line) : undefined
  } catch {
    return undefined
  }
}

/** Checks an exported copy by itself: no database, no secret. @param bytes the file, in pieces of any size */
export async function verifyCopy(bytes: AsyncIterable<Uint8Array>): Promise<ChainReport> {
  const check = new CopyCheck()
  let rest = Buffer.alloc(0)
  for await (const piece of bytes) {
    rest = Buffer.concat([rest, piece])
    let begin = 0
    for (let end = rest.indexOf(newline); end >= 0; end = rest.indexOf(newline, begin)) {
      const problem = check.read(textOf(rest.subarray(begin, end)))
      if (problem !== undefined) return { ...check.report, problem }
      begin = end + 1
    }
    rest = rest.subarray(begin)
  }
  const problem =
    (rest.length === 0 ? undefined : check.read(textOf(rest))) ?? check.finish(rest.length === 0)
  return { ...check.report, ...(problem !== undefined && { problem }) }
}

const newline = 0x0a
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
/** Bytes that are no text become signs that nobody wrote. */
const textOf = (line: Uint8Array): string => decoder.decode(line)
