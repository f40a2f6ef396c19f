import type { Entry } from './entry.ts'

/**
 * The later entries of a record that was just written, now on the version that this made: what they were made upon is
 * what the person saw. Not where somebody else wrote in between: then each finds out for itself.
 */
export function rebased(done: Entry, result: unknown, entries: readonly Entry[]): readonly Entry[] {
  const { write } = done
  if (write.kind !== 'create' && write.kind !== 'update') return []
  const version = versionOf(result)
  if (version === undefined) return []
  const base = write.kind === 'create' ? 0 : write.version
  if (write.kind === 'update' && base !== 0 && version !== base + 1) return []
  return entries.flatMap((entry) => {
    const later = entry.write
    const mine = later.kind === 'update' && later.object === write.object && later.id === write.id
    if (!mine || entry.id <= done.id || later.version !== base) return []
    return [{ ...entry, write: { ...later, version } }]
  })
}

const versionOf = (result: unknown): number | undefined =>
  typeof result === 'object' && result !== null && 'version' in result && typeof result.version === 'number'
    ? result.version
    : undefined
