import { countRecords } from '#server/core/audit/index.ts'
import { JsonText, type Operation, operation, WithStatus } from '#server/core/operation.ts'
import { AppError, invalidInput } from '#shared/errors.ts'
import { checkOwnershipContract } from '#shared/operations/ownership.ts'
import * as contracts from '#shared/operations/records.ts'
import {
  type AggregateQuery,
  aggregateRecords,
  createRecords,
  deleteRecords,
  getRecord,
  listRecords,
  restoreRecords,
  revealField,
  tagsInUse,
  updateRecords,
  upsertRecords,
  type Written,
} from '../index.ts'
import { checkOwnership } from '../ownership/check-ownership.ts'
import { listQuery, recordsIn } from './list-query.ts'

/** Records that were written, as the answer `{data}`; ids alone where the caller wants no more. */
function answer(written: Written, single: boolean, minimal: boolean): JsonText {
  const printed = minimal ? written.ids.map((id) => `{"id":"${id}"}`) : written.records
  return new JsonText(single ? `{"data":${printed[0]}}` : `{"data":[${printed.join(',')}]}`)
}

/** The verbs of records, for any object. */
export const recordOperations: readonly Operation[] = [
  operation(contracts.listContract, async (cx, { params, query }) => {
    const asked = listQuery(query)
    const text = await listRecords(cx, params.object!, asked)
    await countRecords(cx, 'read', params.object!, recordsIn(text, asked.limit ?? 50))
    return new JsonText(text)
  }),
  operation(contracts.getContract, async (cx, { params, query }) => {
    const { fields, include, at, may } = listQuery(query)
    const record = await getRecord(cx, params.object!, params.id!, { fields, include, at, may })
    if (record === undefined) throw new AppError('record_missing')
    await countRecords(cx, 'read', params.object!, 1)
    return new JsonText(`{"data":${record}}`)
  }),
  operation(
    contracts.tagsContract,
    async (cx, { params, query }) => new JsonText(await tagsInUse(cx, params.object!, query)),
  ),
  operation(
    contracts.revealContract,
    async (cx, { params, body }) =>
      new JsonText(
        `{"data":${await revealField(cx, params.object!, params.id!, (body as { field: string }).field)}}`,
      ),
  ),
  operation(checkOwnershipContract, async (cx, { params, body }) => ({
    data: await checkOwnership(
      cx,
      params.object!,
      (body as { values: Readonly<Record<string, unknown>> }).values,
    ),
  })),
  operation(contracts.createContract, async (cx, { params, body, idempotencyKey, minimal = false }) => {
    const single = !Array.isArray(body)
    const route = `POST /records/${params.object}`
    const idempotency = idempotencyKey === undefined ? undefined : { key: idempotencyKey, route, body }
    const inputs: readonly unknown[] = Array.isArray(body) ? body : [body]
    const written = await createRecords(cx, params.object!, inputs, { single, idempotency, idsOnly: minimal })
    return answer(written, single, minimal)
  }),
  operation(contracts.updateOneContract, async (cx, { params, body, ifMatch, minimal = false }) => {
    const given = body as Readonly<Record<string, unknown>>
    if (given.id !== undefined && given.id !== params.id) {
      throw invalidInput([{ path: '/id', code: 'read_only_field', parameters: { name: 'id' } }])
    }
    const input = { ...given, id: params.id }
    const written = await updateRecords(cx, params.object!, [input], {
      single: true,
      expected: ifMatch,
      idsOnly: minimal,
    })
    await countRecords(cx, 'change', params.object!, 1)
    return answer(written, true, minimal)
  }),
  operation(contracts.updateManyContract, async (cx, { params, body, minimal = false }) => {
    const written = await updateRecords(cx, params.object!, body as unknown[], { idsOnly: minimal })
    await countRecords(cx, 'change', params.object!, written.ids.length)
    return answer(written, false, minimal)
  }),
  operation(contracts.upsertContract, async (cx, { params, query, body, minimal = false }) => {
    const single = !Array.isArray(body)
    const inputs: readonly unknown[] = Array.isArray(body) ? body : [body]
    const written = await upsertRecords(cx, params.object!, String(query.on), inputs, { single })
    await countRecords(cx, 'change', params.object!, written.created.filter((made) => !made).length)
    const made = single && written.created[0] === true
    return new WithStatus(made ? 201 : 200, answer(written, single, minimal))
  }),
  operation(contracts.deleteOneContract, async (cx, { params }) => {
    await deleteRecords(cx, params.object!, [params.id!])
    await countRecords(cx, 'delete', params.object!, 1)
  }),
  operation(contracts.deleteManyContract, async (cx, { params, body }) => {
    const { ids } = body as { ids: string[] }
    await deleteRecords(cx, params.object!, ids)
    await countRecords(cx, 'delete', params.object!, ids.length)
  }),
  operation(contracts.restoreContract, async (cx, { params }) =>
    answer(await restoreRecords(cx, params.object!, [params.id!]), true, false),
  ),
  operation(
    contracts.aggregateContract,
    async (cx, { params, body }) =>
      new JsonText(await aggregateRecords(cx, params.object!, body as AggregateQuery)),
  ),
]
