/** Objects whose records are persons: their pictures are round, all others square. */
export const people: ReadonlySet<string> = new Set(['user', 'contact', 'lead', 'actor'])
