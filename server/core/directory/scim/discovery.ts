import { enterpriseSchema, groupSchema, userSchema } from './urns.ts'
import type { Resource } from './user-resource.ts'

export const mostPerPage = 200
export const largestBody = 2 * 1024 * 1024

/** What this service can do (RFC 7643, section 5). */
export const serviceProviderConfig = (base: string): Resource => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: mostPerPage },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: true },
  authenticationSchemes: [
    {
      type: 'oauthbearertoken',
      name: 'Bearer token',
      description: 'A token for SCIM, made in the settings of the workspace',
      primary: true,
    },
  ],
  meta: { resourceType: 'ServiceProviderConfig', location: `${base}/ServiceProviderConfig` },
})

const resourceType = (
  base: string,
  name: string,
  endpoint: string,
  schema: string,
  extensions: object[],
): Resource => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
  id: name,
  name,
  endpoint,
  schema,
  schemaExtensions: extensions,
  meta: { resourceType: 'ResourceType', location: `${base}/ResourceTypes/${name}` },
})

export const resourceTypes = (base: string): Resource[] => [
  resourceType(base, 'User', '/Users', userSchema, [{ schema: enterpriseSchema, required: false }]),
  resourceType(base, 'Group', '/Groups', groupSchema, []),
]

interface AttributeOptions {
  readonly type?: 'string' | 'boolean' | 'complex' | 'reference'
  readonly many?: true
  readonly required?: true
  readonly readOnly?: true
  readonly unique?: true
  readonly inside?: readonly Resource[]
}

const attribute = (name: string, options: AttributeOptions = {}): Resource => ({
  name,
  type: options.type ?? (options.inside === undefined ? 'string' : 'complex'),
  multiValued: options.many === true,
  required: options.required === true,
  caseExact: false,
  mutability: options.readOnly ? 'readOnly' : 'readWrite',
  returned: 'default',
  uniqueness: options.unique ? 'server' : 'none',
  ...(options.inside !== undefined && { subAttributes: options.inside }),
})

const values = (...names: string[]): Resource[] => names.map((name) => attribute(name))

const schema = (base: string, id: string, name: string, attributes: readonly Resource[]): Resource => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'],
  id,
  name,
  attributes,
  meta: { resourceType: 'Schema', location: `${base}/Schemas/${id}` },
})

/** What is kept of people and teams. */
export const schemas = (base: string): Resource[] => [
  schema(base, userSchema, 'User', [
    attribute('userName', { required: true, unique: true }),
    attribute('externalId'),
    attribute('name', { inside: values('formatted', 'familyName', 'givenName') }),
    ...values('displayName', 'title', 'preferredLanguage', 'timezone'),
    attribute('active', { type: 'boolean' }),
    attribute('emails', {
      many: true,
      inside: [...values('value', 'type'), attribute('primary', { type: 'boolean' })],
    }),
    attribute('phoneNumbers', { many: true, inside: values('value', 'type') }),
    attribute('groups', { many: true, readOnly: true, inside: values('value', 'display', '$ref') }),
  ]),
  schema(base, enterpriseSchema, 'EnterpriseUser', [
    attribute('department'),
    attribute('manager', { inside: [attribute('value'), attribute('displayName', { readOnly: true })] }),
  ]),
  schema(base, groupSchema, 'Group', [
    attribute('displayName', { required: true }),
    attribute('externalId'),
    attribute('members', { many: true, inside: values('value', 'display', 'type', '$ref') }),
  ]),
]
