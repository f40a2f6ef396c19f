import type { Color } from '#shared/metadata/definition.ts'

const hues: readonly Color[] = ['blue', 'purple', 'teal', 'orange', 'green', 'pink', 'amber', 'red']

/** The hue of a person or a record: always the same for the same id. */
export function hueOf(id: string): Color {
  let hash = 2166136261
  for (let index = 0; index < id.length; index++) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 16777619)
  }
  return hues[(hash >>> 0) % hues.length] ?? 'blue'
}
