import { useDeferredValue, useMemo, useState } from 'react'
import { listRecords, useLocale, useObject, useSession, useSettings } from '#web/data/index.ts'
import { titleOf, useFound } from '#web/fields/index.ts'
import { mentionQuery } from '#web/records/activity/mention-query.ts'
import { type Named, readTask, type WrittenTask } from './read-task.ts'

/** What follows an `@` that may be a name. */
const mention = /[@＠]([^\s@＠，。；、,;]{1,20})/

/** A line that is being typed, and the task that it means so far. */
export function useWrittenTask() {
  const locale = useLocale()
  const { user } = useSession()
  const { calendar } = useSettings()
  const priority = useObject('task').fieldByName.get('priority')
  const [line, setLine] = useState('')
  const [plain, setPlain] = useState<ReadonlySet<string>>(new Set())
  const [known, setKnown] = useState<readonly Named[]>([])
  const read = useDeferredValue(line)
  const query = mentionQuery(line, line.length)
  const named = query?.text ?? mention.exec(line)?.[1]
  const found = useFound('user', named ?? '', named !== undefined)
  const offered = found.records.map((person): Named => ({ id: person.id, name: titleOf(undefined, person) }))
  const priorities = useMemo(
    () =>
      (priority?.options ?? []).map(({ value, label }) => ({
        value,
        words: [value, ...Object.values(label)],
      })),
    [priority],
  )
  const names = offered.map(({ id }) => id).join()
  const readWith = (text: string, people: readonly Named[]): WrittenTask =>
    readTask(text, {
      locale,
      people: [{ id: user.id, name: user.name }, ...known, ...people],
      priorities,
      closes: calendar.closes,
      plain,
    })
  // biome-ignore lint/correctness/useExhaustiveDependencies: who is offered is told by their ids
  const task = useMemo(
    () => readWith(read, offered),
    [read, locale, user, known, names, priorities, calendar.closes, plain],
  )
  // Who was named once is known for as long as the line is typed: the answer for the next `@` lacks them.
  const person = task.assignee?.value
  if (person !== undefined && person.id !== user.id && !known.some(({ id }) => id === person.id))
    setKnown([...known, person])
  return {
    line,
    task,
    /** People for the `@` at the end of the line. */
    offered: query === undefined || task.assignee?.typed === `@${query.text}` ? [] : offered.slice(0, 6),
    /** The task that the whole line means, as soon as everybody it names was looked up. */
    settled: async (): Promise<WrittenTask> => {
      const now = readWith(line, offered)
      const name = mention.exec(now.subject)?.[1]
      if (name === undefined) return now
      const people = await listRecords('user', { search: name, limit: 20 }).catch(() => undefined)
      return readWith(
        line,
        (people?.data ?? []).map((person) => ({ id: person.id, name: titleOf(undefined, person) })),
      )
    },
    type: setLine,
    choose: ({ name }: Named) => {
      if (query !== undefined) setLine(`${line.slice(0, query.start)}@${name} `)
    },
    /** Takes a part for plain words. */
    leave: (typed: string) => setPlain(new Set([...plain, typed])),
    clear: () => {
      setLine('')
      setPlain(new Set())
    },
  }
}
