import { contrast, type Perceived, perceive, print } from './color.ts'

/** The tokens that follow the workspace's colour. */
type AccentTokens = Readonly<
  Record<'accent' | 'accent-hover' | 'accent-text' | 'accent-tint' | 'accent-ring', string>
>

const white = '#ffffff'
const step = 0.01

/** Grounds that accent text stands on, as in tokens.css. */
const grounds = { light: ['#ffffff', '#f7f7f8'], dark: ['#16171a', '#0f1012'] } as const

/** Darker by steps until it fits; black fits everything that is asked of a dark colour. */
function darkened(color: Perceived, fits: (hex: string) => boolean): Perceived {
  let found = color
  while (!fits(print(found)) && found.lightness > 0)
    found = { ...found, lightness: Math.max(0, found.lightness - step) }
  return found
}

function lightened(color: Perceived, fits: (hex: string) => boolean): Perceived {
  let found = color
  while (!fits(print(found)) && found.lightness < 1)
    found = { ...found, lightness: Math.min(1, found.lightness + step) }
  return found
}

const pale = (color: Perceived, lightness: number, chroma: number) =>
  print({ lightness, chroma: Math.min(chroma, color.chroma), hue: color.hue })

const darker = (color: Perceived, by: number): Perceived => ({
  ...color,
  lightness: Math.max(0, color.lightness - by),
})

/**
 * What a workspace's colour (`#rrggbb`) becomes in a theme: white text on it has at least 4.5 : 1, it stands out from
 * the page, and as text it can be read on the page and on its own tint.
 */
export function accentTokens(hex: string, theme: 'light' | 'dark'): AccentTokens {
  const given = perceive(hex)
  const underWhite = (color: string) => contrast(white, color) >= 4.6
  const readable = (tint: string, least: number) => (color: string) =>
    [...grounds[theme], tint].every((ground) => contrast(color, ground) >= least)

  if (theme === 'light') {
    const accent = darkened(given, underWhite)
    const tint = pale(given, 0.96, 0.018)
    return {
      accent: print(accent),
      'accent-hover': print(darker(accent, 0.045)),
      'accent-text': print(darkened(darker(accent, 0.02), readable(tint, 5.5))),
      'accent-tint': tint,
      'accent-ring': pale(given, 0.9, 0.05),
    }
  }
  const standsOut = (color: string) => contrast(color, grounds.dark[0]) >= 3.2
  const accent = lightened(darkened(given, underWhite), standsOut)
  const tint = pale(given, 0.255, 0.045)
  const text = { ...given, lightness: Math.max(given.lightness, 0.7), chroma: Math.min(given.chroma, 0.14) }
  return {
    accent: print(accent),
    'accent-hover': print(darker(accent, 0.035)),
    'accent-text': print(lightened(text, readable(tint, 6))),
    'accent-tint': tint,
    'accent-ring': pale(given, 0.34, 0.075),
  }
}

const block = (selector: string, tokens: AccentTokens) =>
  `${selector}{${Object.entries(tokens)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')}}`

/** The style sheet that lays a workspace's colour over the tokens of both themes. */
export const accentSheet = (hex: string): string =>
  block(':root,[data-mantine-color-scheme="light"]', accentTokens(hex, 'light')) +
  block('[data-mantine-color-scheme="dark"]', accentTokens(hex, 'dark'))
