import { type Operation, operation } from '#server/core/operation.ts'
import * as contracts from '#shared/operations/sharing.ts'
import { endShare, listShares, setShare } from './record-shares.ts'
import { createRule, deleteRule, listRules, updateRule } from './sharing-rules.ts'

export const sharingOperations: readonly Operation[] = [
  operation(contracts.listSharingRulesContract, async (cx) => ({ data: await listRules(cx) })),
  operation(contracts.createSharingRuleContract, async (cx, { body }) => ({
    data: await createRule(cx, body as contracts.NewSharingRule),
  })),
  operation(contracts.updateSharingRuleContract, async (cx, { params, body, ifMatch }) => ({
    data: await updateRule(cx, params.id!, body as contracts.SharingRuleChange, ifMatch),
  })),
  operation(contracts.deleteSharingRuleContract, (cx, { params }) => deleteRule(cx, params.id!)),
  operation(contracts.listSharesContract, async (cx, { params }) => ({
    data: await listShares(cx, params.object!, params.id!),
  })),
  operation(contracts.setShareContract, async (cx, { params, body }) => ({
    data: await setShare(cx, params.object!, params.id!, body as contracts.NewShare),
  })),
  operation(contracts.endShareContract, (cx, { params, body }) =>
    endShare(cx, params.object!, params.id!, (body as { grantee: contracts.Grantee }).grantee),
  ),
]
