import { expect, it } from 'vitest'
import { byAbout, byDue, dayOf } from './sections.ts'
import type { Task } from './task.ts'

const task = (id: string, dueAt?: string, about?: string): Task => ({
  id,
  record: { id, version: 1 },
  subject: id,
  status: 'open',
  done: false,
  dueAt,
  remindAt: undefined,
  priority: undefined,
  assignee: undefined,
  about: about === undefined ? undefined : { object: 'company', id: about },
})

it('parts tasks at midnight of the person', () => {
  const zone = 'Asia/Shanghai'
  const today = dayOf('2026-11-20T04:00:00Z', zone)
  const tasks = [
    task('late', '2026-11-19T15:59:00Z'),
    task('today', '2026-11-19T16:00:00Z'),
    task('evening', '2026-11-20T15:59:00Z'),
    task('tomorrow', '2026-11-20T16:00:00Z'),
    task('later', '2026-11-21T16:00:00Z'),
    task('some day'),
  ]
  expect(byDue(tasks, today, zone).map(({ key, tasks: those }) => [key, those.map(({ id }) => id)])).toEqual([
    ['overdue', ['late']],
    ['today', ['today', 'evening']],
    ['tomorrow', ['tomorrow']],
    ['later', ['later']],
    ['undated', ['some day']],
  ])
})

it('gathers tasks about one record; those about none come last', () => {
  const tasks = [task('1', undefined, 'b'), task('2'), task('3', undefined, 'a'), task('4', undefined, 'b')]
  expect(byAbout(tasks).map(({ key, tasks: those }) => [key, those.length])).toEqual([
    ['company/b', 2],
    ['company/a', 1],
    ['', 1],
  ])
})
