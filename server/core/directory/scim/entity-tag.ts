import { createHash } from 'node:crypto'
import { ScimRefusal } from './refusal.ts'
import type { Resource } from './user-resource.ts'

/** A resource with its `meta`: the version is a digest of all that is told. */
export function tagged(
  location: string,
  resourceType: 'User' | 'Group',
  { createdAt, updatedAt }: { readonly createdAt: string; readonly updatedAt: string },
  resource: Resource,
): Resource {
  const digest = createHash('sha256').update(JSON.stringify(resource)).digest('base64url').slice(0, 22)
  const meta = {
    resourceType,
    created: createdAt,
    lastModified: updatedAt,
    location,
    version: `W/"${digest}"`,
  }
  return { ...resource, meta }
}

export const versionOf = (resource: Resource): string =>
  (resource.meta as { readonly version: string }).version

const names = (header: string | undefined, version: string): boolean =>
  (header ?? '').split(',').some((one) => one.trim() === '*' || strong(one.trim()) === strong(version))

const strong = (tag: string): string => tag.replace(/^W\//, '')

/** @throws ScimRefusal 412 where the resource is another one by now */
export function requireMatch(header: string | undefined, resource: Resource): void {
  if (header !== undefined && !names(header, versionOf(resource)))
    throw new ScimRefusal(412, 'The resource was changed meanwhile')
}

/** Whether who asks has it already. */
export const isKnown = (header: string | undefined, resource: Resource): boolean =>
  names(header, versionOf(resource))
