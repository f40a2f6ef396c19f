import { queryOptions } from '@tanstack/react-query'
import { keys } from './keys.ts'
import { createSharingRule, deleteSharingRule, listSharingRules, updateSharingRule } from './sharing-rules.ts'
import { useGrantChanges } from './use-grant-changes.ts'

export const sharingRulesQuery = queryOptions({
  queryKey: keys.sharingRules,
  queryFn: ({ signal }) => listSharingRules(signal),
})

export const useSharingRuleChanges = () =>
  useGrantChanges({
    key: keys.sharingRules,
    create: createSharingRule,
    update: updateSharingRule,
    remove: deleteSharingRule,
  })
