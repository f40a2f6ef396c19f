/**
 * UUID version 7 (RFC 9562): 48 bits of Unix milliseconds, 12 bits of counter, 62 random bits. Ids made by one process
 * sort in the order in which they were made, also within a millisecond and when the clock steps back.
 */
export function uuidv7(): string {
  const now = Date.now()
  if (now > lastMilliseconds) {
    lastMilliseconds = now
    // Half of the counter's range stays free for further ids of the same millisecond.
    counter = random32() & 0x7ff
  } else if (counter < 0xfff) {
    counter++
  } else {
    lastMilliseconds++
    counter = 0
  }
  return uuidv7At(lastMilliseconds, counter, random32(), random32())
}

/** A version 7 id of a given moment (Unix milliseconds) and given bits: 12 of `a`, 30 of `b`, 32 of `c`. */
export function uuidv7At(milliseconds: number, a: number, b: number, c: number): string {
  const time = Math.floor(milliseconds).toString(16).padStart(12, '0')
  const high = (0x7000 | (a & 0xfff)).toString(16)
  const middle = ((0x80000000 | (b & 0x3fffffff)) >>> 0).toString(16)
  const low = (c >>> 0).toString(16).padStart(8, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-${high}-${middle.slice(0, 4)}-${middle.slice(4)}${low}`
}

/** The moment (Unix milliseconds) in a version 7 id. */
export function uuidv7Time(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
}

const pool = new Uint32Array(256)
let drawn = pool.length

function random32(): number {
  if (drawn === pool.length) {
    crypto.getRandomValues(pool)
    drawn = 0
  }
  return pool[drawn++]!
}

let lastMilliseconds = 0
let counter = 0
