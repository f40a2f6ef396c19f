import { expect, test } from 'vitest'
import { type ErrorCode, errorCatalogue } from '#shared/errors.ts'
import { languages } from '#shared/language.ts'
import { errorsPage } from '../docs/errors.ts'
import { readSource, sourceFiles } from './support/source-files.ts'

const codes = Object.keys(errorCatalogue) as ErrorCode[]
const wayOut = 'docs/errors.md is made by: node_modules/.bin/node docs/errors.ts'

test('docs/errors.md has each code of the catalogue and no other', () => {
  const documented = [...readSource('docs/errors.md').matchAll(/^### (\w+)$/gm)].map(([, code]) => code)
  expect(documented, wayOut).toEqual(codes)
})

test('docs/errors.md says what the catalogue says', () => {
  expect(readSource('docs/errors.md'), wayOut).toBe(errorsPage())
})

test.each(codes)('%s says the same in every language', (code) => {
  const parameters = languages.map((language) =>
    [
      ...new Set(errorCatalogue[code].message[language].matchAll(/\{(\w+)\}/g).map(([, name]) => name)),
    ].sort(),
  )
  for (const found of parameters) expect(found).toEqual(parameters[0])
})

test('every code is given somewhere', () => {
  const source = sourceFiles().map(readSource).join('\n')
  expect(codes.filter((code) => !new RegExp(`['"\`]${code}['"\`]`).test(source))).toEqual([])
})
