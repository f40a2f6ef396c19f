import type { Language } from '#shared/language.ts'
import type { AlertSettings } from './alert-settings.ts'

/** What every workspace has from the start. */
export interface WorkspaceSettings {
  readonly language: Language
  /** IANA, as `Asia/Shanghai`. */
  readonly timeZone: string
  /** ISO 4217. Amounts are summed and compared in it. */
  readonly currency: string
  /** ISO 3166-1 alpha-2: phone numbers and addresses that name no country. */
  readonly country: string
  /** First month of the fiscal year, 1…12. */
  readonly fiscalYearStart: number
  /** Colour of what acts and of where one is, `#rrggbb`; `defaultAccent` where nobody chose one. */
  readonly accent?: string
  readonly calendar: WorkingCalendar
  /** What somebody chose other than `defaultAlerts`. */
  readonly alerts?: Partial<AlertSettings>
  /** Whether a review of who has what is opened by itself at the beginning of each quarter of the fiscal year. */
  readonly quarterlyReview?: boolean
}

/** Kith's own blue: white text on it has 5.9 : 1. */
export const defaultAccent = '#3559d6'

/** Working time: the week, and the days that differ from it. */
export interface WorkingCalendar {
  /** ISO weekdays, 1 = Monday. */
  readonly workdays: readonly number[]
  /** Local times `HH:MM`. */
  readonly opens: string
  readonly closes: string
  /** Dates that differ: public holidays, and weekend days that are worked (调休). */
  readonly exceptions: readonly { readonly date: string; readonly works: boolean; readonly name: string }[]
}
