const storageKey = 'kith.sampleData'
/** Loading takes seconds; after this long (ms) an empty list is simply empty. */
const patience = 3 * 60_000

/** Notes that sample data was asked for: it arrives while one looks at the first pages. */
export function expectSampleData(): void {
  sessionStorage.setItem(storageKey, String(Date.now()))
}

export function sampleDataExpected(): boolean {
  const since = Number(sessionStorage.getItem(storageKey) ?? 0)
  return Date.now() - since < patience
}
