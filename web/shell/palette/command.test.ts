import { expect, test } from 'vitest'
import { pinyinInitials } from '#web/fields/pinyin-initials.ts'
import { type Command, matching } from './command.ts'

const command = (title: string, words = '', group: Command['group'] = 'shell.goTo'): Command => ({
  id: title,
  group,
  title,
  words,
  icon: null,
  run: () => {},
})

const commands = [
  command('New company', 'create', 'shell.actions'),
  command('Companies', '客户 company'),
  command('Contacts', '联系人'),
  command('商机', 'deal'),
]

test.each([
  ['', ['New company', 'Companies', 'Contacts', '商机']],
  ['comp', ['Companies', 'New company']],
  ['客户', ['Companies']],
  ['company create', ['New company']],
  ['sj', ['商机']],
  ['DEAL', ['商机']],
  ['nothing', []],
])('“%s” finds %j', (query, titles) => {
  expect(matching(commands, query).map(({ title }) => title)).toEqual(titles)
})

test('a record that the server found stays, though the typed word stands in another field', () => {
  const found: Command = { ...command('泓远精密制造', '', 'shell.records'), found: true }
  expect(matching([found, ...commands], '13862014477')).toEqual([found])
})

test('lines of one group stand together, groups in the order of their best line', () => {
  const lines = [
    command('客户', '', 'shell.goTo'),
    command('客户成功', '', 'shell.records'),
    command('新建客户', '', 'shell.actions'),
  ]
  expect(matching(lines, '客户').map(({ group }) => group)).toEqual([
    'shell.goTo',
    'shell.records',
    'shell.actions',
  ])
})

test.each([
  ['客户', 'kh'],
  ['联系人', 'lxr'],
  ['泓远精密制造', 'hyjmzz'],
  ['A级', 'aj'],
])('%s is typed %s', (name, initials) => {
  expect(pinyinInitials(name)).toBe(initials)
})
