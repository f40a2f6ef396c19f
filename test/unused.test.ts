import { globSync } from 'node:fs'
import { expect, test } from 'vitest'
import { further } from '#web/messages/zh-CN/further.ts'
import { messages } from '#web/messages/zh-CN/index.ts'
import { importsOf, readSource, root, sourceFiles } from './support/source-files.ts'

const sources = sourceFiles('web/**/*.{ts,tsx}')
  .filter((path) => !/^web\/messages\/(zh-CN|zh-TW|en)\//.test(path))
  .map((path) => ({ path, text: readSource(path) }))

const whole = sources.map(({ text }) => text).join('\n')
/** Words that are no member of something; kinds that are named in shared/ are said of by screens, too. */
const named = sourceFiles('shared/**/*.ts').map(readSource)
const words = new Set([whole, ...named].flatMap((text) => text.match(/(?<![\w.])\w+/g) ?? []))

test('every text is said somewhere', () => {
  const written = new Set([...whole.matchAll(/['"`](\w+\.\w+)['"`]/g)].map(([, key]) => key))
  // Keys that are put together, as `home.kind_${kind}`: what goes into the gap stands somewhere as a word of its own.
  const patterns = [...whole.matchAll(/`(\w+\.\w*)\$\{[^}]+\}(\w*)`/g)].map(
    ([, begin = '', end = '']) => new RegExp(`^${begin}(\\w+)${end}$`),
  )
  const keys = Object.entries({ ...messages, ...further }).flatMap(([area, texts]) =>
    Object.keys(texts).map((key) => `${area}.${key}`),
  )
  const unused = keys.filter(
    (key) => !written.has(key) && !patterns.some((pattern) => words.has(pattern.exec(key)?.[1] ?? '')),
  )
  expect(unused).toEqual([])
})

test('every class is given to something, and what is given is there', () => {
  const styles = globSync('web/**/*.module.css', { cwd: root }).map((path) => path.replaceAll('\\', '/'))
  const composed = styles.flatMap((style) => [
    ...readSource(style).matchAll(/composes: (\w+) from "(?:.*\/)?([\w.-]+)"/g),
  ])
  const uses = sources.flatMap(({ path, text }) =>
    importsOf(path)
      .filter(({ to }) => to.endsWith('.module.css'))
      .map(({ to }) => ({ path, to, used: classesUsed(text, to) })),
  )
  const unused = styles.flatMap((style) => {
    const used = uses.filter(({ to }) => to === style).map((use) => use.used)
    if (used.includes('any')) return []
    const base = style.slice(style.lastIndexOf('/') + 1)
    return [...classesOf(style)]
      .filter((name) => !used.some((names) => names !== 'any' && names.has(name)))
      .filter((name) => !composed.some(([, own, from]) => own === name && from === base))
      .map((name) => `${style}: .${name} is nobody’s`)
  })
  const missing = uses.flatMap(({ path, to, used }) =>
    used === 'any'
      ? []
      : [...used].filter((name) => !classesOf(to).has(name)).map((name) => `${path}: no .${name} in ${to}`),
  )
  expect([...unused, ...missing]).toEqual([])
})

function classesOf(style: string): ReadonlySet<string> {
  const selectors = readSource(style)
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/:global\([^)]*\)/g, '')
    .replace(/\{[^{}]*\}/g, '{}')
  return new Set([...selectors.matchAll(/\.([a-zA-Z]\w*)/g)].map(([, name = '']) => name))
}

/** Names that a source takes out of a module of styles; any, where it takes them by what it was given. */
function classesUsed(text: string, style: string): ReadonlySet<string> | 'any' {
  const base = style.slice(style.lastIndexOf('/'))
  const name = new RegExp(`import (\\w+) from '[^']*${base}'`).exec(text)?.[1] ?? 'classes'
  const body = text.replace(/^import .+$/gm, '')
  if (body.includes(`${name}[`)) return 'any'
  return new Set([...body.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))].map(([, used = '']) => used))
}
