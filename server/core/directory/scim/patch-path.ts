import { type Filter, parseFilter } from './filter.ts'
import { ScimRefusal } from './refusal.ts'
import { enterpriseSchema, groupSchema, userSchema } from './urns.ts'

/** Where an operation of a PATCH goes. */
export interface PatchPath {
  /** Member of the resource, or of its enterprise extension, as it is spelt; undefined for the extension as a whole. */
  readonly attribute: string | undefined
  readonly enterprise: boolean
  /** Which of several values. */
  readonly filter?: Filter
  readonly member?: string
}

const core = [
  ...[
    'schemas',
    'id',
    'externalId',
    'meta',
    'userName',
    'name',
    'displayName',
    'nickName',
    'profileUrl',
    'title',
    'userType',
  ],
  ...[
    'preferredLanguage',
    'locale',
    'timezone',
    'active',
    'password',
    'emails',
    'phoneNumbers',
    'ims',
    'photos',
    'addresses',
  ],
  ...['groups', 'entitlements', 'roles', 'x509Certificates', 'members'],
]
const enterprise = ['employeeNumber', 'costCenter', 'organization', 'division', 'department', 'manager']
const members = [
  'formatted',
  'familyName',
  'givenName',
  'middleName',
  'honorificPrefix',
  'honorificSuffix',
  'value',
  'type',
  'primary',
  'display',
  'displayName',
  '$ref',
  'streetAddress',
  'locality',
  'region',
  'postalCode',
  'country',
]

const spelt = (names: readonly string[], text: string): string | undefined =>
  names.find((name) => name.toLowerCase() === text.toLowerCase())

const form = /^([\w$]+)(?:\[(.*)\])?(?:\.([\w$]+))?$/s

/** Attributes of the RFC, those among them that Kith keeps nothing of too. @throws ScimRefusal invalidPath, invalidFilter */
export function parsePath(text: string): PatchPath {
  const isExtension = text.toLowerCase().startsWith(enterpriseSchema.toLowerCase())
  const schema = isExtension
    ? enterpriseSchema
    : [userSchema, groupSchema].find((urn) => text.toLowerCase().startsWith(`${urn}:`.toLowerCase()))
  const rest = schema === undefined ? text : text.slice(schema.length).replace(/^[:.]/, '')
  if (isExtension && rest === '') return { attribute: undefined, enterprise: true }
  const [, name = '', condition, member] = form.exec(rest) ?? []
  const attribute = spelt(isExtension ? enterprise : core, name)
  const inner = member === undefined ? undefined : spelt(members, member)
  if (attribute === undefined || (member !== undefined && inner === undefined))
    throw new ScimRefusal(400, `${text.slice(0, 200)} is no path`, 'invalidPath')
  return {
    attribute,
    enterprise: isExtension,
    ...(condition !== undefined && { filter: parseFilter(condition) }),
    ...(inner !== undefined && { member: inner }),
  }
}
