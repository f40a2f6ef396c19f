import type { Random } from '#server/apps/demo/random.ts'
import { uuidv7 } from '#shared/uuid.ts'
import { requestText } from './client.ts'
import type { NextRequest } from './load-round.ts'
import type { NewContact, Prepared } from './prepared.ts'

/** One comparison: the requests of both sides, drawn from the same seed, and the ratio to reach. */
export interface Figure {
  readonly name: string
  readonly title: string
  readonly reach: number
  /** Records that one request carries. */
  readonly records: number
  readonly kith: (random: Random) => NextRequest
  readonly limit: (random: Random) => NextRequest
  /** Milliseconds that Kith's p95 must stay below at one connection. */
  readonly p95?: number
  /** Whether both sides answer with the same records, which is then checked before anything is measured. */
  readonly comparable: boolean
}

export const batchSize = 1_000

export function figuresOf(prepared: Prepared, key: string): Figure[] {
  const { contactIds, nameParts, jobTitles, newContacts } = prepared
  const signedIn = [`Authorization: Bearer ${key}`]
  const get = (path: string): string => requestText('GET', path, signedIn)
  const send = (method: string, path: string, body: unknown): string =>
    requestText(method, path, signedIn, JSON.stringify(body))
  const records = '/api/v1/records/contact'
  const listed = (filter: string, more = ''): string =>
    get(`${records}?filter=${encodeURIComponent(filter)}&sort=-createdAt&limit=50${more}`)
  const plain = (path: string, name: string, value: string): string =>
    requestText('GET', `${path}?${name}=${encodeURIComponent(value)}`)
  const title = (random: Random): string => random.pick(jobTitles)

  return [
    {
      name: 'read',
      title: 'read one record',
      reach: 0.6,
      records: 1,
      comparable: true,
      kith: (random) => () => get(`${records}/${random.pick(contactIds)}`),
      limit: (random) => () => requestText('GET', `/read/${random.pick(contactIds)}`),
    },
    {
      name: 'contains',
      title: 'list 50, name contains …',
      reach: 0.6,
      records: 1,
      p95: 20,
      comparable: true,
      kith: (random) => () => listed(`contains(name, ${JSON.stringify(random.pick(nameParts))})`),
      limit: (random) => () => plain('/contains', 'part', random.pick(nameParts)),
    },
    {
      name: 'equal',
      title: 'list 50, jobTitle = …',
      reach: 0.6,
      records: 1,
      p95: 20,
      comparable: true,
      kith: (random) => () => listed(`jobTitle = ${JSON.stringify(title(random))}`),
      limit: (random) => () => plain('/equal', 'jobTitle', title(random)),
    },
    {
      name: 'includes',
      title: 'list 50 with two includes',
      reach: 0.5,
      records: 1,
      comparable: true,
      kith: (random) => () => listed(`jobTitle = ${JSON.stringify(title(random))}`, '&include=company,owner'),
      limit: (random) => () => plain('/includes', 'jobTitle', title(random)),
    },
    {
      name: 'create',
      title: 'create one',
      reach: 0.4,
      records: 1,
      comparable: false,
      kith: (random) => () => send('POST', records, random.pick(newContacts).wire),
      limit: (random) => () =>
        requestText('POST', '/create', [], JSON.stringify(random.pick(newContacts).columns)),
    },
    {
      name: 'update',
      title: 'update one',
      reach: 0.4,
      records: 1,
      comparable: false,
      kith: (random) => () =>
        send('PATCH', `${records}/${random.pick(contactIds)}`, {
          jobTitle: `${title(random)} ${random.digits(3)}`,
        }),
      limit: (random) => () =>
        requestText(
          'PATCH',
          `/update/${random.pick(contactIds)}`,
          [],
          JSON.stringify({ jobTitle: `${title(random)} ${random.digits(3)}` }),
        ),
    },
    {
      name: 'batch',
      title: 'batches of 1,000',
      reach: 0.2,
      records: batchSize,
      comparable: false,
      kith: (random) => {
        const body = batch(newContacts, random)
        return () =>
          send(
            'POST',
            records,
            body().map(({ wire }) => wire),
          )
      },
      limit: (random) => {
        const body = batch(newContacts, random)
        return () => copyText(body(), Object.keys(prepared.columnTypes), prepared.actorId)
      },
    },
  ]
}

function batch(newContacts: readonly NewContact[], random: Random): () => NewContact[] {
  return () => Array.from({ length: batchSize }, () => random.pick(newContacts))
}

const stamped: readonly string[] = ['created_at', 'created_by', 'updated_at', 'updated_by']

/** A request with the rows as COPY takes them: id, columns, stamps, as `limitStatements` names them. */
function copyText(contacts: readonly NewContact[], columns: readonly string[], actorId: string): string {
  const now = new Date().toISOString()
  const own = columns.filter((column) => !stamped.includes(column))
  const lines = contacts.map((contact) =>
    [uuidv7(), ...own.map((column) => copyField(contact.columns[column])), now, actorId, now, actorId].join(
      '\t',
    ),
  )
  const body = `${lines.join('\n')}\n`
  const head = ['Content-Type: text/plain', `Content-Length: ${Buffer.byteLength(body)}`]
  return `${requestText('POST', '/copy', head)}${body}`
}

function copyField(value: unknown): string {
  if (value === undefined || value === null) return '\\N'
  const text = Array.isArray(value)
    ? `{${value.map((item) => JSON.stringify(item)).join(',')}}`
    : String(value)
  return text.replace(
    /[\\\t\n\r]/g,
    (character) => `\\${({ '\t': 't', '\n': 'n', '\r': 'r' })[character] ?? '\\'}`,
  )
}
