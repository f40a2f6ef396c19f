import type { TestServer } from './server.ts'

export const user = 'urn:ietf:params:scim:schemas:core:2.0:User'
export const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
export const group = 'urn:ietf:params:scim:schemas:core:2.0:Group'
export const patchOp = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'

export interface Resource {
  readonly id: string
  readonly userName: string
  readonly active: boolean
  readonly detail: string
  readonly scimType?: string
  readonly totalResults: number
  readonly Resources: readonly Resource[]
  readonly members?: readonly { readonly value: string }[]
  readonly meta: { readonly version: string; readonly location: string }
  readonly [member: string]: unknown
}

/** Asks below `/scim/v2` as another system does, with a token of its own. */
export async function openScim(server: TestServer) {
  const made = await server.session.post('/scim-tokens', { name: 'Entra' })
  const token = String(made.body.token)
  const scim = async (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ) => {
    const answer = await server.http.inject({
      method,
      url: `/scim/v2${path}`,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/scim+json' }),
        ...headers,
      },
      ...(body !== undefined && { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.body,
      get body(): Resource {
        return JSON.parse(answer.body)
      },
    }
  }
  return {
    token,
    scim,
    search: async (filter: string, path = '/Users'): Promise<Resource> =>
      (await scim('GET', `${path}?filter=${encodeURIComponent(filter)}`)).body,
  }
}
