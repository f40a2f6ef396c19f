import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contrast } from './color.ts'

const sheet = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')

function tokensOf(theme: 'light' | 'dark'): ReadonlyMap<string, string> {
  const start = sheet.search(new RegExp(`\\[data-mantine-color-scheme=["']${theme}["']\\] \\{`))
  const block = sheet.slice(start, sheet.indexOf('}', start))
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[\da-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

const hues = ['grey', 'red', 'orange', 'amber', 'green', 'teal', 'blue', 'purple', 'pink']
const texts = ['text', 'text2', 'text3', 'accent-text', 'green-text', 'amber-text', 'red-text']

/** Ink, ground, and the least contrast that WCAG or the look asks for. */
const pairs: readonly (readonly [string, string, number])[] = [
  ...texts.flatMap((ink) => ['surface', 'bg'].map((ground) => [ink, ground, 4.5] as const)),
  ['text3', 'active', 4.45],
  ['text3', 'hover', 4.5],
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-hover', 4.5],
  ['on-accent', 'red-fill', 4.5],
  ['accent-text', 'accent-tint', 4.5],
  ['amber-text', 'amber-tint', 4.5],
  ['red-text', 'red-tint', 4.5],
  ['green-text', 'green-tint', 4.5],
  ['control', 'surface', 3],
  ...['green-dot', 'amber-dot', 'red-dot', 'blue-dot'].map((dot) => [dot, 'surface', 3] as const),
  ...hues.map((hue) => [`tag-${hue}-ink`, `tag-${hue}`, 5.6] as const),
]

test.each(['light', 'dark'] as const)('%s: ink stands out from its ground', (theme) => {
  const tokens = tokensOf(theme)
  const weak = pairs.flatMap(([ink, ground, least]) => {
    const ratio = contrast(tokens.get(ink) ?? '#000000', tokens.get(ground) ?? '#000000')
    return ratio < least ? [`${ink} on ${ground}: ${ratio.toFixed(2)} < ${least}`] : []
  })
  expect(weak).toEqual([])
})

test('both themes define the same colours', () => {
  expect([...tokensOf('dark').keys()]).toEqual([...tokensOf('light').keys()])
})
