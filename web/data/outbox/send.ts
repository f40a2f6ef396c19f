import { ApiError } from '../api-error.ts'
import { bulk, undo } from '../bulk.ts'
import {
  createRecord,
  deleteRecords,
  fetchRecord,
  type RecordData,
  restoreRecord,
  updateRecord,
} from '../records.ts'
import type { Entry, UpdateWrite, Write, WriteKind, WriteOf } from './entry.ts'
import { sameValue } from './same-value.ts'

/** Somebody else wrote the same fields first: what they left. */
export class Conflict extends Error {
  readonly theirs: RecordData
  readonly refusal: ApiError
  constructor(theirs: RecordData, refusal: ApiError) {
    super('version_conflict')
    this.theirs = theirs
    this.refusal = refusal
  }
}

const senders: { readonly [Kind in WriteKind]: (write: WriteOf<Kind>, entry: Entry) => Promise<unknown> } = {
  create: async ({ object, id, values }, entry) =>
    unless('id_taken', createRecord(object, { ...values, id }, entry.id), () => fetchRecord(object, id)),
  update: (write) => sendUpdate(write),
  delete: async ({ object, ids }) =>
    unless('record_missing', deleteRecords(object, ids), async () => {
      // One of them is gone already: each by itself, so that it holds up none of the others.
      for (const id of ids) await unless('record_missing', deleteRecords(object, [id]), () => undefined)
    }),
  restore: async ({ object, ids }) => {
    for (const id of ids) await unless('not_deleted', restoreRecord(object, id), () => undefined)
  },
  bulk: ({ object, change }, entry) => bulk(object, change, entry.id),
  undo: ({ token }) => undo(token),
}

/**
 * Sends one write; sending it again has no second effect. The record as it was written, or what a bulk change gave.
 * @throws Conflict, ApiError
 */
export const sendEntry = (entry: Entry): Promise<unknown> => sendersFor(entry.write)(entry)

function sendersFor<Kind extends WriteKind>(
  write: WriteOf<Kind> & Write,
): (entry: Entry) => Promise<unknown> {
  const send = senders[write.kind] as (write: Write, entry: Entry) => Promise<unknown>
  return (entry) => send(write, entry)
}

async function unless<Result, Other>(
  code: string,
  sent: Promise<Result>,
  otherwise: () => Other | Promise<Other>,
): Promise<Result | Other> {
  try {
    return await sent
  } catch (error) {
    if (error instanceof ApiError && error.code === code) return otherwise()
    throw error
  }
}

/** Others may write other fields of the record meanwhile, and again while it is sent on their version. */
const mostRounds = 5

async function sendUpdate({ object, id, values, before, version }: UpdateWrite): Promise<RecordData> {
  // A record that was made here and not numbered yet is nobody else's.
  let on = version === 0 ? undefined : version
  for (let round = 1; ; round++) {
    try {
      return await updateRecord(object, id, values, on)
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'version_conflict' || round === mostRounds)
        throw error
      const theirs = await fetchRecord(object, id)
      const wires = Object.keys(values)
      // Written before, and the answer was lost: or somebody had the same idea.
      if (wires.every((wire) => sameValue(theirs[wire], values[wire]))) return theirs
      // What is told only to who asks for it, such as the rank, is not there to be compared: no conflict.
      if (wires.some((wire) => wire in theirs && !sameValue(theirs[wire], before[wire])))
        throw new Conflict(theirs, error)
      on = theirs.version
    }
  }
}
