import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const read = ['web/messages/en', 'shared/errors', 'docs/guide/en'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|md)$/.test(file))
    .map((file) => `${folder}/${file}`),
)

test('one word is written in one way', () => {
  const other = /\be-mails?\b/i
  expect(read.filter((file) => other.test(readFileSync(join(root, file), 'utf8')))).toEqual([])
})
