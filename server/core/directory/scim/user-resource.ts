import { tagged } from './entity-tag.ts'
import { enterpriseSchema, userSchema } from './urns.ts'
import type { UserRow } from './user-rows.ts'

/** JSON of a resource. */
export type Resource = Record<string, unknown>

/** A member as a resource of SCIM. @param base address of `/scim/v2` */
export function userResource(row: UserRow, base: string): Resource {
  const { id, details, name, email, mobile, team, manager } = row
  const { externalId, familyName, givenName } = details
  const enterprise = {
    ...(team !== null && { department: team.name }),
    ...(manager !== null && {
      manager: { value: manager.id, displayName: manager.name, $ref: `${base}/Users/${manager.id}` },
    }),
  }
  const extended = Object.keys(enterprise).length > 0
  return tagged(`${base}/Users/${id}`, 'User', row, {
    schemas: extended ? [userSchema, enterpriseSchema] : [userSchema],
    id,
    ...(externalId !== undefined && { externalId }),
    userName: row.userName,
    name: {
      formatted: name,
      ...(familyName !== undefined && { familyName }),
      ...(givenName !== undefined && { givenName }),
    },
    displayName: name,
    ...(row.jobTitle !== null && { title: row.jobTitle }),
    ...(email !== null && { emails: [{ value: email, type: 'work', primary: true }] }),
    ...(mobile !== null && { phoneNumbers: [{ value: mobile, type: 'mobile' }] }),
    ...(row.language !== null && { preferredLanguage: row.language }),
    ...(row.timeZone !== null && { timezone: row.timeZone }),
    active: row.active,
    groups: row.groups.map((group) => ({
      value: group.id,
      display: group.name,
      $ref: `${base}/Groups/${group.id}`,
    })),
    ...(extended && { [enterpriseSchema]: enterprise }),
  })
}
