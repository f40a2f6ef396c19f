import { pageWithPending, pendingRecord, withPending } from './outbox/pending.ts'
import { type RequestOptions, request, unreadable } from './request.ts'
import { viewedAs } from './view-as.ts'

/** A record as the API prints it: wire values by wire name, and the system fields. */
export interface RecordData {
  readonly id: string
  readonly version: number
  readonly [wire: string]: unknown
}

export interface ListQuery {
  /** Text of the expression language. */
  readonly filter?: string | undefined
  /** `-createdAt,name` */
  readonly sort?: string | undefined
  readonly fields?: readonly string[] | undefined
  readonly include?: readonly string[] | undefined
  readonly search?: string | undefined
  /** 1…1000; default 50. */
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
  readonly count?: 'exact' | 'estimate' | undefined
  readonly at?: string | undefined
  /** Id of a pool whose records are meant, in place of those within one's own reach. */
  readonly pool?: string | undefined
}

/** Where records are asked for. */
const addressOf = (object: string, pool: string | undefined): string =>
  pool === undefined ? `/records/${object}` : `/pools/${pool}/records`

export interface RecordPage {
  readonly data: readonly RecordData[]
  readonly nextCursor?: string | null
  readonly count?: number
}

/** One entry of a record's history, newest first. */
export interface RecordChange {
  readonly seq: string | number
  /** What was done: `create`, `update`, `delete`, `restore`, `link`. */
  readonly action: string
  readonly at: string
  readonly actor: { readonly id: string; readonly name?: string } | null
  readonly source: string
  readonly version: number
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>> | null
  /** Of a link: the record whose list of relations this one entered (`added`) or left. */
  readonly link?: {
    readonly object: string
    readonly field: string
    readonly id: string
    readonly added: boolean
  }
}

const list = (names: readonly string[] | undefined) => (names?.length ? names.join(',') : undefined)

/** Records tell what may be done with each; the server adds nothing where roles alone say it. */
const mayOf = (at: string | undefined) => (at === undefined && viewedAs() === undefined ? { may: true } : {})

export async function listRecords(
  object: string,
  query: ListQuery = {},
  signal?: AbortSignal,
): Promise<RecordPage> {
  const { fields, include, pool, ...rest } = query
  const parameters = { ...rest, fields: list(fields), include: list(include), ...mayOf(query.at) }
  const { data: page } = await request<RecordPage>('GET', addressOf(object, pool), {
    query: parameters,
    signal,
  })
  if (!Array.isArray(member(page, 'data'))) throw unreadable()
  // What waits is of one's own records.
  return query.at === undefined && pool === undefined ? pageWithPending(object, page, query) : page
}

const one = (answer: { readonly data: unknown }): RecordData => {
  const record = member(answer.data, 'data')
  if (!isRecord(record)) throw unreadable()
  return record
}

const many = (answer: { readonly data: unknown }): readonly RecordData[] => {
  const records = member(answer.data, 'data')
  if (!Array.isArray(records) || !records.every(isRecord)) throw unreadable()
  return records
}

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

const isRecord = (value: unknown): value is RecordData => typeof member(value, 'id') === 'string'

/** One record, with what waits to be written laid over; one that was made here and waits itself comes from here. */
export async function getRecord(
  object: string,
  id: string,
  query: Pick<ListQuery, 'include' | 'fields' | 'at'> = {},
  signal?: AbortSignal,
): Promise<RecordData> {
  const made = pendingRecord(object, id)
  if (made !== undefined) return made
  const record = await fetchRecord(object, id, query, signal)
  return query.at === undefined ? (withPending(object, record) ?? record) : record
}

/** One record as the server has it. */
export async function fetchRecord(
  object: string,
  id: string,
  query: Pick<ListQuery, 'include' | 'fields' | 'at' | 'pool'> = {},
  signal?: AbortSignal,
): Promise<RecordData> {
  const { include, fields, at, pool } = query
  const parameters = { include: list(include), fields: list(fields), at, ...mayOf(at) }
  return one(await request('GET', `${addressOf(object, pool)}/${id}`, { query: parameters, signal }))
}

export type Values = Readonly<Record<string, unknown>>

/** `key` makes a retry of the same create safe. */
export async function createRecord(object: string, values: Values, key?: string): Promise<RecordData> {
  return one(await request('POST', `/records/${object}`, { body: values, ...idempotent(key) }))
}

export async function createRecords(
  object: string,
  records: readonly Values[],
  key?: string,
): Promise<readonly RecordData[]> {
  return many(
    await request('POST', `/records/${object}`, {
      body: records,
      ...idempotent(key),
    }),
  )
}

/** @throws ApiError `version_conflict` where the record is no longer at `version` */
export async function updateRecord(
  object: string,
  id: string,
  values: Values,
  version?: number,
): Promise<RecordData> {
  const headers: Record<string, string> = version === undefined ? {} : { 'If-Match': String(version) }
  return one(await request('PATCH', `/records/${object}/${id}`, { body: values, headers }))
}

export async function updateRecords(
  object: string,
  records: readonly (Values & { id: string })[],
): Promise<readonly RecordData[]> {
  return many(
    await request('PATCH', `/records/${object}`, {
      body: records,
    }),
  )
}

/** All or none. */
export async function deleteRecords(object: string, ids: readonly string[]): Promise<void> {
  await request('DELETE', `/records/${object}`, { body: { ids } })
}

export async function restoreRecord(object: string, id: string): Promise<void> {
  await request('POST', `/records/${object}/${id}/restore`)
}

export async function changesOf(
  object: string,
  id: string,
  cursor?: string,
): Promise<{ readonly data: readonly RecordChange[]; readonly nextCursor?: string | null }> {
  const path = `/records/${object}/${id}/changes`
  return (
    await request<{ data: readonly RecordChange[]; nextCursor?: string | null }>('GET', path, {
      query: { cursor },
    })
  ).data
}

export interface AggregateQuery {
  readonly filter?: string
  readonly groupBy: readonly string[]
  readonly measures: readonly { readonly fn: string; readonly field?: string }[]
  readonly having?: string
  readonly sort?: string
  readonly limit?: number
}

export async function aggregate(
  object: string,
  query: AggregateQuery,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const answer = await request<{ data: readonly Readonly<Record<string, unknown>>[] }>(
    'POST',
    `/records/${object}/aggregate`,
    { body: query },
  )
  return answer.data.data
}

function idempotent(key: string | undefined): Pick<RequestOptions, 'headers'> {
  return key === undefined ? {} : { headers: { 'Idempotency-Key': key } }
}
