import type { WorkspaceSettings } from '#shared/metadata/settings.ts'

type Calendar = Pick<WorkspaceSettings, 'timeZone' | 'fiscalYearStart'>

/** First day, `YYYY-MM-DD`, of the quarter of the fiscal year in which a moment lies, by the workspace's clock. */
export function quarterOf(now: Date, { timeZone, fiscalYearStart }: Calendar): string {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
  const since = (today.month - fiscalYearStart + 12) % 3
  return today.with({ day: 1 }).subtract({ months: since }).toString()
}
