/** PostgreSQL's text of a moment in UTC, as the API writes it: `2026-11-20 08:30:00.12+00` → `2026-11-20T08:30:00.12Z`. */
export function wireInstant(text: string): string {
  return text.replace(' ', 'T').replace(/\+00(:00)?$/, 'Z')
}
