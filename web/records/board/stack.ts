/** Boxes of known sizes one after the other, along one axis, in pixels. */
export interface Stack {
  /** Where each begins. */
  readonly starts: readonly number[]
  readonly sizes: readonly number[]
  /** Where the last one ends. */
  readonly end: number
}

export function stackOf(sizes: readonly number[], gap: number, padding = 0): Stack {
  const starts: number[] = []
  let at = padding
  for (const size of sizes) {
    starts.push(at)
    at += size + gap
  }
  return { starts, sizes, end: sizes.length === 0 ? padding : at - gap }
}

/** The first box that ends after `position`; the number of boxes where none does. */
export function indexAt({ starts, sizes }: Stack, position: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) + (sizes[middle] ?? 0) > position) high = middle
    else low = middle + 1
  }
  return low
}

/** Before which box something comes that begins at `position`: the one whose middle lies below it. */
export function dropIndex({ starts, sizes }: Stack, position: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) + (sizes[middle] ?? 0) / 2 >= position) high = middle
    else low = middle + 1
  }
  return low
}
