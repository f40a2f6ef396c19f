import { queryOptions } from '@tanstack/react-query'
import type { SignInPolicy } from '#shared/access/sign-in-policy.ts'
import { request } from './request.ts'

const path = '/auth/sign-in-policy'

export const signInPolicyQuery = queryOptions({
  queryKey: ['sign-in-policy'],
  queryFn: async ({ signal }) => (await request<{ data: SignInPolicy }>('GET', path, { signal })).data.data,
})

export async function saveSignInPolicy(policy: SignInPolicy): Promise<SignInPolicy> {
  return (await request<{ data: SignInPolicy }>('PUT', path, { body: policy })).data.data
}
