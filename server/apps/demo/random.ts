/**
 * Seeded random numbers: sfc32 by Chris Doty-Humphrey (PractRand, public domain), whose state is filled from the seed
 * by splitmix32. The same seed gives the same sequence on every machine.
 */
export class Random {
  #a: number
  #b: number
  #c: number
  #counter = 1

  constructor(seed: number) {
    let state = seed | 0
    const fill = () => {
      state = (state + 0x9e3779b9) | 0
      let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
      return mixed ^ (mixed >>> 15)
    }
    this.#a = fill()
    this.#b = fill()
    this.#c = fill()
    for (let round = 0; round < 12; round++) this.bits()
  }

  /** 32 random bits, unsigned. */
  bits(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0
    this.#counter = (this.#counter + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum
    this.#c |= 0
    return sum >>> 0
  }

  /** 0 ≤ x < 1. */
  unit(): number {
    return this.bits() / 0x1_0000_0000
  }

  /** least ≤ n ≤ most, whole. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.unit() * (most - least + 1))
  }

  between(least: number, most: number): number {
    return least + this.unit() * (most - least)
  }

  chance(probability: number): boolean {
    return this.unit() < probability
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.unit() * list.length)]!
  }

  /** Normal of mean 0 and deviation 1 (Box–Muller). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.unit())) * Math.cos(2 * Math.PI * this.unit())
  }

  logNormal(median: number, sigma: number): number {
    return median * Math.exp(sigma * this.normal())
  }

  exponential(mean: number): number {
    return -mean * Math.log(1 - this.unit())
  }

  /** A text of decimal digits. */
  digits(count: number): string {
    let text = ''
    while (text.length < count) text += this.whole(0, 9)
    return text
  }
}

/** A draw from `[value, weight]` pairs for a number 0 ≤ unit < 1. */
export function weighted<T>(pairs: readonly (readonly [T, number])[]): (unit: number) => T {
  const values = pairs.map(([value]) => value)
  const bounds: number[] = []
  let total = 0
  for (const [, weight] of pairs) {
    total += weight
    bounds.push(total)
  }
  return (unit) => {
    const target = unit * total
    let low = 0
    let high = bounds.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (bounds[middle]! > target) high = middle
      else low = middle + 1
    }
    return values[low]!
  }
}

/** A sequence in 0…1 that covers the interval evenly from the first few on (golden ratio), so that small sets have every share too. */
export function evenly(start: number): () => number {
  let at = start
  return () => {
    at = (at + 0.6180339887498949) % 1
    return at
  }
}
