import { existsSync, globSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { functions } from '#shared/expression/index.ts'
import type { Contract } from '#shared/operations/contract.ts'
import { readSource, root, sourceFiles } from './support/source-files.ts'

const pages = ['README.md', 'STYLE.md', ...globSync('docs/**/*.md', { cwd: root })]
const api = readSource('docs/api.md')

test.each(pages)('%s links to what is there', (page) => {
  const targets = [...readSource(page).matchAll(/\]\((?!https?:)([^)#]*)(?:#([\w-]+))?\)/g)]
  const broken = targets.filter(([, path = '', anchor]) => {
    const file = path === '' ? page : join(dirname(page), path)
    if (!existsSync(join(root, file))) return true
    return anchor !== undefined && !anchorsIn(readSource(file)).includes(anchor)
  })
  expect(broken.map(([link]) => link)).toEqual([])
})

test.each(pages)('%s names files that are there', (page) => {
  // STYLE.md shows paths of what not to do.
  const named =
    page === 'STYLE.md' ? [] : readSource(page).matchAll(/`((?:bin|server|shared|test|web)\/[\w./-]+)`/g)
  expect([...named].map(([, path = '']) => path).filter((path) => !existsSync(join(root, path)))).toEqual([])
})

test('docs/api.md has every function of the language, with its other names', () => {
  const missing = Object.entries(functions)
    .filter(
      ([name, { aliases }]) =>
        !api
          .split('\n')
          .some((line) => line.startsWith(`| \`${name}(`) && line.endsWith(`| ${aliases.join(' ')} |`)),
    )
    .map(([name]) => name)
  expect(missing).toEqual([])
})

test('docs/api.md has every operation', async () => {
  const modules = await Promise.all(
    sourceFiles('shared/operations/*.ts').map((path) => import(join(root, path)) as Promise<object>),
  )
  const contracts = modules.flatMap((module) => Object.values(module).filter(isContract))
  const parameters: Record<string, string> = { object: 'OBJECT', field: 'FIELD', id: 'ID' }
  const missing = contracts
    .map(
      ({ method, path }) =>
        `${method} ${path.replace(/:(\w+)/g, (_, name: string) => parameters[name] ?? name)}`,
    )
    .filter((request) => !api.includes(`\`${request}\``) && !api.includes(`\`${request}?`))
  expect(contracts.length).toBeGreaterThan(0)
  expect(missing).toEqual([])
})

const isContract = (value: unknown): value is Contract =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value

/** Anchors of a page's headings, as they are made from the words. */
const anchorsIn = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  )
