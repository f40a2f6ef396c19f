const weights = [1, 2, 1, 2, 1, 2, 4]

/** A Taiwanese 統一編號 of eight digits whose check digit is right; different serial numbers below 9,000,000 give different ones. */
export function unifiedBusinessNumber(serial: number): string {
  const body = String(1_000_000 + ((serial * 7_777_777 + 424_243) % 9_000_000))
  return body + String((10 - (weightedSum(body) % 10)) % 10)
}

/** Digit sum of the first seven digits times their weights; a seventh digit 7 (4 × 7 = 28, 2 + 8 = 10) leaves the last place as it is. */
export function weightedSum(body: string): number {
  let sum = 0
  for (let place = 0; place < 7; place++) {
    const product = Number(body[place]) * weights[place]!
    sum += Math.floor(product / 10) + (product % 10)
  }
  return sum
}
