import { expect, test } from 'vitest'
import { type Command, matching } from './command.ts'

const command = (title: string, words = ''): Command => ({
  id: title,
  group: 'shell.goTo',
  title,
  words,
  icon: null,
  run: () => {},
})

const commands = [command('New company', 'create'), command('Companies', '客户 company'), command('Contacts')]

test.each([
  ['', ['New company', 'Companies', 'Contacts']],
  ['comp', ['Companies', 'New company']],
  ['客户', ['Companies']],
  ['company create', ['New company']],
  ['nothing', []],
])('“%s” finds %j', (query, titles) => {
  expect(matching(commands, query).map(({ title }) => title)).toEqual(titles)
})
