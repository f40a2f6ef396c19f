import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSource, root } from './support/source-files.ts'

/** The last requirement of levels 1 and 2 in each section of ASVS 5.0; those of level 3 stand behind them or in `gaps`. */
const sections: Readonly<Record<string, number>> = {
  ...{ '1.1': 2, '1.2': 9, '1.3': 11, '1.4': 3, '1.5': 2 },
  ...{ '2.1': 3, '2.2': 3, '2.3': 4, '2.4': 1 },
  ...{ '3.2': 2, '3.3': 4, '3.4': 6, '3.5': 5, '3.7': 2 },
  ...{ '4.1': 3, '4.2': 1, '4.3': 2, '4.4': 4 },
  ...{ '5.1': 1, '5.2': 3, '5.3': 2, '5.4': 3 },
  ...{ '6.1': 3, '6.2': 12, '6.3': 4, '6.4': 4, '6.5': 5, '6.6': 3, '6.8': 4 },
  ...{ '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 2, '7.6': 2 },
  ...{ '8.1': 2, '8.2': 3, '8.3': 1, '8.4': 1 },
  ...{ '9.1': 3, '9.2': 4 },
  ...{ '10.1': 2, '10.2': 2, '10.3': 4, '10.4': 11, '10.5': 5, '10.6': 2, '10.7': 3 },
  ...{ '11.1': 2, '11.2': 3, '11.3': 3, '11.4': 4, '11.5': 1, '11.6': 1 },
  ...{ '12.1': 3, '12.2': 2, '12.3': 4 },
  ...{ '13.1': 1, '13.2': 5, '13.3': 2, '13.4': 5 },
  ...{ '14.1': 2, '14.2': 4, '14.3': 3 },
  ...{ '15.1': 3, '15.2': 3, '15.3': 7 },
  ...{ '16.1': 1, '16.2': 5, '16.3': 4, '16.4': 3, '16.5': 3 },
  ...{ '17.1': 1, '17.2': 4, '17.3': 2 },
}

const states = ['met', 'part', 'not yet', 'operator', 'none']

const rows = [
  ...readSource('docs/security.md').matchAll(/^\| (\d[^|]*) \| ([^|]*) \| ([^|]*) \|([^|]*)\|$/gm),
].map(([, requirements = '', state = '', where = '', tests = '']) => ({
  requirements: requirements.split(', ').flatMap(expand),
  state,
  where,
  tests: [...tests.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path),
  said: tests.trim(),
}))

/** `10.4.1–10.4.11`: all from the first to the last. */
function expand(text: string): string[] {
  const [first = '', last] = text.split('–')
  if (last === undefined) return [first]
  const section = first.slice(0, first.lastIndexOf('.'))
  const numberOf = (requirement: string) => Number(requirement.slice(requirement.lastIndexOf('.') + 1))
  return Array.from(
    { length: numberOf(last) - numberOf(first) + 1 },
    (_, at) => `${section}.${numberOf(first) + at}`,
  )
}

test('each requirement of ASVS 5.0, levels 1 and 2, stands there once and in order', () => {
  const all = Object.entries(sections).flatMap(([section, last]) =>
    Array.from({ length: last }, (_, at) => `${section}.${at + 1}`),
  )
  expect(rows.flatMap(({ requirements }) => requirements)).toEqual(all)
  expect(all).toHaveLength(253)
})

test('each has a state that the page explains, and says where it is met or why not', () => {
  expect(rows.filter(({ state }) => !states.includes(state))).toEqual([])
  expect(rows.filter(({ where }) => where.trim() === '')).toEqual([])
  // What is missing stands behind a semicolon.
  expect(rows.filter(({ state, where }) => state === 'part' && !where.includes(';'))).toEqual([])
})

test('each test that is named is there', () => {
  const named = rows.flatMap(({ tests }) => tests)
  expect(named.filter((path) => !/\.test\.tsx?$/.test(path) || !existsSync(join(root, path)))).toEqual([])
  expect(named.length).toBeGreaterThan(100)
})

test('the last column has nothing but tests', () => {
  expect(rows.filter(({ said, tests }) => said !== tests.map((path) => `\`${path}\``).join(', '))).toEqual([])
})

test('what is not there is shown by no test', () => {
  const absent = rows.filter(({ state }) => state === 'not yet' || state === 'none')
  expect(absent.filter(({ tests }) => tests.length > 0)).toEqual([])
})
