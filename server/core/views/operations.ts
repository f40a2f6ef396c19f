import { type Operation, operation } from '#server/core/operation.ts'
import * as contracts from '#shared/operations/views.ts'
import { createView } from './create-view.ts'
import { deleteView } from './delete-view.ts'
import { listViews } from './list-views.ts'
import { updateView } from './update-view.ts'

export const viewOperations: readonly Operation[] = [
  operation(contracts.listViewsContract, async (cx, { query }) => ({
    data: await listViews(cx, String(query.object)),
  })),
  operation(contracts.createViewContract, async (cx, { body }) => ({
    data: await createView(cx, body as contracts.NewView),
  })),
  operation(contracts.updateViewContract, async (cx, { params, body, ifMatch }) => ({
    data: await updateView(cx, params.id!, body as contracts.ViewChange, ifMatch),
  })),
  operation(contracts.deleteViewContract, (cx, { params }) => deleteView(cx, params.id!)),
]
