import { dayLength } from '#shared/fields/calendar.ts'
import type { Locale } from '#shared/fields/field-type.ts'
import { readDateTime } from '#shared/fields/read-date.ts'
import { toInstant, toLocal } from '#shared/fields/time-zone.ts'

/** A person whom `@` may name. */
export interface Named {
  readonly id: string
  readonly name: string
}

/** A priority and the words that mean it, in any language. */
interface PriorityWords {
  readonly value: string
  readonly words: readonly string[]
}

/** A part of the line that says something about the task, as it was typed. */
interface Found<Value> {
  readonly typed: string
  readonly value: Value
}

/** What one line says: 周五下午3点 给张总回电话 @林知夏 !高 */
export interface WrittenTask {
  /** What is left: the words of the task. */
  readonly subject: string
  /** ISO 8601 UTC */
  readonly due: Found<string> | undefined
  readonly assignee: Found<Named> | undefined
  readonly priority: Found<string> | undefined
}

interface Knowledge {
  readonly locale: Locale
  readonly people: readonly Named[]
  readonly priorities: readonly PriorityWords[]
  /** `HH:MM`: when a day without a time ends. */
  readonly closes: string
  /** Parts that mean nothing after all: the person took their chip away. */
  readonly plain?: ReadonlySet<string>
}

/** Takes a line apart. Nothing is lost: what means nothing stays in the subject. */
export function readTask(line: string, knowledge: Knowledge): WrittenTask {
  const text = line.replace(/\s+/g, ' ').trim()
  const assignee = readAssignee(text, knowledge)
  const afterPerson = assignee === undefined ? text : without(text, assignee.typed)
  const priority = readPriority(afterPerson, knowledge)
  const afterPriority = priority === undefined ? afterPerson : without(afterPerson, priority.typed)
  const due = readDue(afterPriority, knowledge)
  return {
    subject: due === undefined ? afterPriority : without(afterPriority, due.typed),
    due,
    assignee,
    priority,
  }
}

const without = (text: string, part: string): string => {
  const at = text.indexOf(part)
  const [before, after] = [text.slice(0, at), text.slice(at + part.length)]
  return `${before.replace(/[\s,，、]+$/, '')} ${after.replace(/^[\s,，、]+/, '')}`
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/u, before === '' || after === '' ? '' : ' ')
    .trim()
}

function readAssignee(text: string, { people, plain }: Knowledge): Found<Named> | undefined {
  for (const mark of text.matchAll(/[@＠]/g)) {
    const rest = text.slice(mark.index + 1).toLocaleLowerCase()
    // The longest name that stands there: 林知夏 before 林知.
    const [person] = people
      .filter(({ name }) => name !== '' && rest.startsWith(name.toLocaleLowerCase()))
      .toSorted((a, b) => b.name.length - a.name.length)
    if (person === undefined) continue
    const typed = text.slice(mark.index, mark.index + 1 + person.name.length)
    if (!plain?.has(typed)) return { typed, value: person }
  }
  return undefined
}

function readPriority(text: string, { priorities, plain }: Knowledge): Found<string> | undefined {
  for (const match of text.matchAll(/[!！](\p{L}+)/gu)) {
    const word = (match[1] ?? '').toLocaleLowerCase()
    const found = priorities
      .flatMap(({ value, words }) => words.map((one) => ({ value, one: one.toLocaleLowerCase() })))
      // A Chinese word may run on into the next one; a Latin one ends where it ends.
      .filter(({ one }) => word === one || (/\p{Script=Han}/u.test(one) && word.startsWith(one)))
      .toSorted((a, b) => b.one.length - a.one.length)[0]
    if (found === undefined) continue
    const typed = match[0].slice(0, 1 + found.one.length)
    if (!plain?.has(typed)) return { typed, value: found.value }
  }
  return undefined
}

/** Longest text that is tried as a time. */
const longest = 28
/** A number alone is an amount or a count, no date. */
const bare = /^[\d.\s,%-]+$/
/** Without one of these nothing is a time: most parts of a line need no closer look. */
const hints =
  /[今明昨后後前周週月日号號天点點时時早晚年]|\d|mon|tue|wed|thu|fri|sat|sun|tod|tom|ton|yes|next|end|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|noon|in /i
const saysDay = /[今明昨后後周週]|星期|禮拜|礼拜|天|日|号|號|月|年|\d[-/]\d|[a-z]{3,}/i

function readDue(text: string, knowledge: Knowledge): Found<string> | undefined {
  for (const typed of candidates(text)) {
    if (bare.test(typed) || !hints.test(typed) || knowledge.plain?.has(typed)) continue
    const value = momentOf(typed, knowledge)
    if (value !== undefined) return { typed: withPreposition(text, typed), value }
  }
  return undefined
}

/** “on Nov 30”, “by Friday”: the little word goes with the time. */
function withPreposition(text: string, typed: string): string {
  const before = text.slice(0, text.indexOf(typed))
  return `${/(?:^|(?<=\s))(?:on|by|at|due|before) $/i.exec(before)?.[0] ?? ''}${typed}`
}

/** Parts of a line that may be a time, the longest first: runs of words, and beginnings and ends of Chinese text. */
function candidates(text: string): readonly string[] {
  const words = [...text.matchAll(/[^\s,，。；、]+/g)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }))
  const found = new Set<string>()
  for (const [index, { from }] of words.entries()) {
    for (const { to } of words.slice(index)) if (to - from <= longest) found.add(text.slice(from, to))
  }
  for (const { from, to } of words) {
    const word = text.slice(from, to)
    for (let cut = 1; cut < word.length && cut <= longest; cut++) {
      if (isBorder(word, cut)) found.add(word.slice(0, cut))
      if (isBorder(word, word.length - cut)) found.add(word.slice(-cut))
    }
  }
  return [...found].toSorted((a, b) => b.length - a.length)
}

const latin = /[\p{Script=Latin}\d]/u
/** Not within a Latin word or a number. */
const isBorder = (word: string, at: number): boolean =>
  !(latin.test(word[at - 1] ?? '') && latin.test(word[at] ?? ''))

function momentOf(typed: string, { locale, closes }: Knowledge): string | undefined {
  const read = readDateTime(typed, locale)
  if (read === undefined) return undefined
  const [hours = 18, minutes = 0] = closes.split(':').map(Number)
  const saysTime = /[点點时時:：]|[ap]\.?m|分|小时|小時|hour|min|noon|now|现在/i.test(typed)
  const seconds = read.seconds === 0 && !saysTime ? hours * 3600 + minutes * 60 : read.seconds
  const local = read.day * dayLength + seconds * 1000
  const passed = local <= toLocal(Date.parse(locale.now), locale.timeZone)
  // 下午3点, said at four, means tomorrow's.
  const instant = toInstant(local + (passed && !saysDay.test(typed) ? dayLength : 0), locale.timeZone)
  return new Date(instant).toISOString().replace('.000Z', 'Z')
}
