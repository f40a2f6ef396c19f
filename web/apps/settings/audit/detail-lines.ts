interface DetailLine {
  readonly name: string
  /** What a change began with. */
  readonly before?: string
  readonly after: string
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const printed = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return '—'
  if (Array.isArray(value)) return value.length === 0 ? '—' : value.map(printed).join(', ')
  return isRecord(value) ? JSON.stringify(value) : String(value)
}

/** Details as lines to read, by their names in the API; of changes what was before and after. The device stands elsewhere. */
export function detailLines(details: Readonly<Record<string, unknown>>): DetailLine[] {
  return Object.entries(details).flatMap(([name, value]) => {
    if (name === 'device') return []
    if (name !== 'changes' || !isRecord(value)) return [{ name, after: printed(value) }]
    return Object.entries(value).map(([member, change]) =>
      isRecord(change)
        ? { name: member, before: printed(change.before), after: printed(change.after) }
        : { name: member, after: printed(change) },
    )
  })
}
