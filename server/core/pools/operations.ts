import { countRecords } from '#server/core/audit/index.ts'
import type { Context } from '#server/core/context.ts'
import { JsonText, type Operation, operation } from '#server/core/operation.ts'
import { getRecord, listRecords } from '#server/core/records/index.ts'
import { listQuery, recordsIn } from '#server/core/records/operations/list-query.ts'
import { AppError } from '#shared/errors.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import * as contracts from '#shared/operations/pools.ts'
import { createPool, deletePool, updatePool } from './manage-pools.ts'
import { keepsPools, objectOf, presentPool, readPools } from './pool-row.ts'
import { throughPool } from './through-pool.ts'

/** @throws AppError `pool_missing` for one that is not there or not open to who asks */
async function opened(cx: Context, id: string): Promise<{ object: CatalogueObject; within: Context }> {
  const row = (await readPools(cx, keepsPools(cx))).find((pool) => pool.id === id)
  const object = row && objectOf(cx, row)
  if (row === undefined || object === undefined) throw new AppError('pool_missing')
  return { object, within: throughPool(cx, object, row) }
}

export const poolOperations: readonly Operation[] = [
  operation(contracts.listPoolsContract, async (cx) => ({
    data: (await readPools(cx, keepsPools(cx))).flatMap((row) => {
      const object = objectOf(cx, row)
      return object === undefined ? [] : [presentPool(object, row, cx, keepsPools(cx))]
    }),
  })),
  operation(contracts.createPoolContract, async (cx, { body }) => ({
    data: await createPool(cx, body as contracts.NewPool),
  })),
  operation(contracts.updatePoolContract, async (cx, { params, body, ifMatch }) => ({
    data: await updatePool(cx, params.id!, body as contracts.PoolChange, ifMatch),
  })),
  operation(contracts.deletePoolContract, (cx, { params }) => deletePool(cx, params.id!)),
  operation(contracts.listPooledContract, async (cx, { params, query }) => {
    const { object, within } = await opened(cx, params.id!)
    const asked = listQuery(query)
    const text = await listRecords(within, object.name, asked)
    await countRecords(cx, 'read', object.name, recordsIn(text, asked.limit ?? 50))
    return new JsonText(text)
  }),
  operation(contracts.getPooledContract, async (cx, { params, query }) => {
    const { object, within } = await opened(cx, params.id!)
    const { fields, include, at } = listQuery(query)
    const record = await getRecord(within, object.name, params.record!, { fields, include, at })
    if (record === undefined) throw new AppError('record_missing')
    await countRecords(cx, 'read', object.name, 1)
    return new JsonText(`{"data":${record}}`)
  }),
]
