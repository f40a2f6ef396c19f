import type { Random } from '#server/apps/demo/random.ts'
import { requestText } from './client.ts'
import type { Figure } from './figures.ts'
import type { NextRequest } from './load-round.ts'
import type { Member } from './member.ts'
import type { Prepared } from './prepared.ts'

/** Of an administrator's figure in the same run. */
const reach = 0.7
const records = '/api/v1/records/contact'

/** The same requests, by a member of a team (`kith`) and by an administrator (`limit`). */
export function memberFigures(prepared: Prepared, adminKey: string, member: Member): Figure[] {
  const { nameParts, jobTitles, newContacts } = prepared
  const as =
    (key: string) =>
    (method: string, path: string, body?: unknown): string =>
      requestText(
        method,
        path,
        [`Authorization: Bearer ${key}`],
        body === undefined ? undefined : JSON.stringify(body),
      )
  type Send = ReturnType<typeof as>
  const both = (name: string, title: string, next: (send: Send, random: Random) => NextRequest): Figure => ({
    ...{ name, title, reach, records: 1, comparable: false },
    kith: (random) => next(as(member.key), random),
    limit: (random) => next(as(adminKey), random),
  })
  const listed = (filter: string): string =>
    `${records}?${filter === '' ? '' : `filter=${encodeURIComponent(filter)}&`}sort=-createdAt&limit=50`
  const own = (random: Random): string => `${records}/${random.pick(member.contactIds)}`
  return [
    both('memberRead', 'read one record', (send, random) => () => send('GET', own(random))),
    both('memberList', 'list 50, newest', (send) => () => send('GET', listed(''))),
    both(
      'memberEqual',
      'list 50, jobTitle = …',
      (send, random) => () => send('GET', listed(`jobTitle = ${JSON.stringify(random.pick(jobTitles))}`)),
    ),
    both(
      'memberContains',
      'list 50, name contains …',
      (send, random) => () =>
        send('GET', listed(`contains(name, ${JSON.stringify(random.pick(nameParts))})`)),
    ),
    both(
      'memberUpdate',
      'update one',
      (send, random) => () =>
        send('PATCH', own(random), { jobTitle: `${random.pick(jobTitles)} ${random.digits(3)}` }),
    ),
    both('memberCreate', 'create one', (send, random) => () => {
      // What is hidden from the member can be written by nobody who is one; the company has to be seen.
      const { mobile: _, wechat: __, companyId: ___, ownerId: ____, ...wire } = random.pick(newContacts).wire
      return send('POST', records, wire)
    }),
  ]
}
