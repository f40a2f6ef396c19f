import { expect, test } from 'vitest'
import { readSource, sourceFiles } from './support/source-files.ts'

/** A file is read as a whole: what takes more lines has more than one purpose. Split it by operation or by family. */
const most = 400
const files = sourceFiles().map((path) => ({ path, lines: readSource(path).trimEnd().split('\n').length }))
const sorted = files.map(({ lines }) => lines).sort((a, b) => a - b)
const quantile = (share: number): number => sorted[Math.ceil(sorted.length * share) - 1] ?? 0

test('half of the files have at most 80 lines', () => {
  expect(quantile(0.5)).toBeLessThanOrEqual(80)
})

test('nineteen files of twenty have at most 300 lines', () => {
  expect(quantile(0.95)).toBeLessThanOrEqual(300)
})

test('no file has more than 400 lines', () => {
  const long = files.filter(({ lines }) => lines > most)
  expect(long.map(({ path, lines }) => `${path}: ${lines} lines`)).toEqual([])
})
