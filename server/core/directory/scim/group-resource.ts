import { tagged } from './entity-tag.ts'
import type { GroupRow } from './group-rows.ts'
import { groupSchema } from './urns.ts'
import type { Resource } from './user-resource.ts'

/** A team as a resource of SCIM. @param base address of `/scim/v2` */
export function groupResource(row: GroupRow, base: string): Resource {
  const { id, name, externalId, members } = row
  return tagged(`${base}/Groups/${id}`, 'Group', row, {
    schemas: [groupSchema],
    id,
    ...(externalId !== null && { externalId }),
    displayName: name,
    ...(members !== null && {
      members: members.map((member) => ({
        value: member.id,
        display: member.name,
        type: 'User',
        $ref: `${base}/Users/${member.id}`,
      })),
    }),
  })
}
