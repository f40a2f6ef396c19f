import type { NewSharingRule, SharingRuleChange, SharingRuleEntry } from '#shared/operations/sharing.ts'
import { request } from './request.ts'

const one = (answer: { readonly data: { readonly data: SharingRuleEntry } }) => answer.data.data

export async function listSharingRules(signal?: AbortSignal): Promise<readonly SharingRuleEntry[]> {
  const answer = await request<{ data: readonly SharingRuleEntry[] }>('GET', '/sharing-rules', { signal })
  return answer.data.data
}

/** A condition that nobody touched is not said: what cannot be read any more does not become “every record”. */
export type RuleInput = Omit<NewSharingRule, 'condition'> & { readonly condition?: string }

export const createSharingRule = async (body: RuleInput): Promise<SharingRuleEntry> =>
  one(await request('POST', '/sharing-rules', { body }))

/** @throws ApiError `version_conflict` where the rule is no longer at `version` */
export const updateSharingRule = async (
  id: string,
  body: SharingRuleChange,
  version: number,
): Promise<SharingRuleEntry> =>
  one(await request('PATCH', `/sharing-rules/${id}`, { body, headers: { 'If-Match': String(version) } }))

export async function deleteSharingRule(id: string): Promise<void> {
  await request('DELETE', `/sharing-rules/${id}`)
}
