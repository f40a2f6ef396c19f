import { existsSync, globSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { functions } from '#shared/expression/index.ts'
import { languages } from '#shared/language.ts'
import type { Contract } from '#shared/operations/contract.ts'
import { readSource, root, sourceFiles } from './support/source-files.ts'

const pages = globSync(['README*.md', 'SECURITY.md', 'STYLE.md', 'docs/**/*.md'], { cwd: root })
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

test.each(languages)('the guide in %s has every page, and on each the sections of the others', (language) => {
  // The words of a language differ; the order and depth of what is told do not.
  const outline = (of: string) =>
    globSync(`docs/guide/${of}/*.md`, { cwd: root })
      .toSorted()
      .map((page) => [
        basename(page),
        [...readSource(page).matchAll(/^(#+) /gm)].map(([, marks = '']) => marks.length),
      ])
  expect(outline(language)).not.toEqual([])
  expect(outline(language)).toEqual(outline('en'))
})

test('README and the guide lead to every language', () => {
  const leads = (page: string) =>
    languages.filter((language) => readSource(page).includes(`${language}/README.md)`))
  expect(leads('README.md')).toEqual(languages)
  expect(leads('README.zh-CN.md')).toEqual(languages)
  expect(leads('docs/guide/README.md')).toEqual(languages)
})

test('Chinese pages follow the rules of the house: no 请, no exclamation mark, in Taiwan the words of Taiwan', () => {
  const pagesOf = (language: string) => pages.filter((page) => page.includes(language))
  const lines = (list: readonly string[]) =>
    list.flatMap((page) =>
      readSource(page)
        .split('\n')
        .map((line) => `${page}: ${line}`),
    )
  const chinese = lines([...pagesOf('zh-CN'), ...pagesOf('zh-TW')])
  expect(
    chinese.filter((line) => /[请請！]/.test(line.replace(/申请|申請|邀请|邀請|请求|請求/g, ''))),
  ).toEqual([])
  const mainland =
    /用户|用戶|字段|導入|導出|數據|設置|服務器|登錄|默認|搜索|信息|鏈接|屏幕|視圖|列表|鼠標|回車/
  expect(lines(pagesOf('zh-TW')).filter((line) => mainland.test(line))).toEqual([])
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
