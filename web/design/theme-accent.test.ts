import { expect, test } from 'vitest'
import { contrast, perceive, print } from './color.ts'
import { accentTokens } from './theme-accent.ts'

/** Steps through all hues, from black to white, grey to garish. */
const colors = [
  '#000000',
  '#ffffff',
  '#ffff00',
  '#808080',
  ...[0.25, 0.5, 0.75, 0.95].flatMap((lightness) =>
    [0.04, 0.15, 0.3].flatMap((chroma) =>
      Array.from({ length: 12 }, (_, index) => print({ lightness, chroma, hue: index * 30 })),
    ),
  ),
]

test('a colour survives being taken apart and printed', () => {
  const same = ['#3559d6', '#0f766e', '#c2302a', '#000000', '#ffffff', '#7a7a7a']
  expect(same.map((hex) => print(perceive(hex)))).toEqual(same)
})

test.each([
  ['light', '#ffffff', '#f7f7f8'],
  ['dark', '#16171a', '#0f1012'],
] as const)(
  '%s: whatever a workspace chooses, what stands on it and beside it can be read',
  (theme, surface, bg) => {
    const weak = colors.flatMap((color) => {
      const tokens = accentTokens(color, theme)
      const pairs: readonly (readonly [string, string, string, number])[] = [
        ['white on accent', '#ffffff', tokens.accent, 4.5],
        ['white on hover', '#ffffff', tokens['accent-hover'], 4.5],
        ['accent on surface', tokens.accent, surface, 3],
        ['text on surface', tokens['accent-text'], surface, 4.5],
        ['text on bg', tokens['accent-text'], bg, 4.5],
        ['text on tint', tokens['accent-text'], tokens['accent-tint'], 4.5],
      ]
      return pairs.flatMap(([name, ink, ground, least]) => {
        const ratio = contrast(ink, ground)
        return ratio < least ? [`${color}: ${name} ${ratio.toFixed(2)}`] : []
      })
    })
    expect(weak).toEqual([])
  },
)

test('a colour that carries white text stays as it was chosen', () => {
  expect(accentTokens('#0f766e', 'light').accent).toBe('#0f766e')
})
