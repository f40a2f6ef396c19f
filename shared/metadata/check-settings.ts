import { invalidInput } from '#shared/errors.ts'
import { isCurrency } from '#shared/fields/currency.ts'
import { languages } from '#shared/language.ts'
import type { AlertSettings } from './alert-settings.ts'
import { aBoolean, aList, aNumber, aText, type Check, checkMembers, collect, oneOf } from './report.ts'
import type { WorkingCalendar, WorkspaceSettings } from './settings.ts'

const aTimeZone: Check<string> = (value, path, report) => {
  const zone = aText(64)(value, path, report)
  if (zone === undefined) return undefined
  try {
    // Offsets such as +08:00 would be taken too, but they know no summer time.
    if (/^[A-Za-z]/.test(zone)) return new Intl.DateTimeFormat('en', { timeZone: zone }) && zone
  } catch {
    // Not a zone: reported below.
  }
  report(path, 'invalid_setting', { setting: 'timeZone', expected: 'IANA, Asia/Shanghai' })
  return undefined
}

const aCurrency: Check<string> = (value, path, report) => {
  if (typeof value === 'string' && isCurrency(value)) return value
  report(path, 'invalid_currency', { value: String(value).slice(0, 40) })
  return undefined
}

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

const aCountry: Check<string> = (value, path, report) => {
  if (typeof value === 'string' && /^[A-Z]{2}$/.test(value) && regions.of(value) !== undefined) return value
  report(path, 'invalid_setting', { setting: 'country', expected: 'ISO 3166-1, CN' })
  return undefined
}

const aTime: Check<string> = (value, path, report) => {
  if (typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)) return value
  report(path, 'invalid_setting', { setting: path.split('/').at(-1) ?? '', expected: 'HH:MM' })
  return undefined
}

const aDate: Check<string> = (value, path, report) => {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
    const time = Date.parse(value)
    if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(value)) return value
  }
  report(path, 'invalid_date')
  return undefined
}

const aColor: Check<string> = (value, path, report) => {
  if (typeof value === 'string' && /^#[\da-f]{6}$/i.test(value)) return value.toLowerCase()
  report(path, 'invalid_setting', { setting: path.split('/').at(-1) ?? '', expected: '#3559d6' })
  return undefined
}

type Exception = WorkingCalendar['exceptions'][number]

const anException: Check<Exception> = (value, path, report) => {
  const given = checkMembers<Exception>(
    value,
    path,
    { date: aDate, works: aBoolean, name: aText(100) },
    report,
  )
  const { date, works, name } = given
  if (date !== undefined && works !== undefined && name !== undefined) return { date, works, name }
  for (const [member, label] of Object.entries({ date, works, name }))
    if (label === undefined && !Object.hasOwn(Object(value), member))
      report(`${path}/${member}`, 'required', { label: member })
  return undefined
}

const aCalendar: Check<Partial<WorkingCalendar>> = (value, path, report) => {
  const calendar = checkMembers<WorkingCalendar>(
    value,
    path,
    {
      workdays: aList(aNumber(1, 7, 'whole'), 7),
      opens: aTime,
      closes: aTime,
      exceptions: aList(anException, 5_000),
    },
    report,
  )
  const { workdays, exceptions } = calendar
  return {
    ...calendar,
    ...(workdays && { workdays: [...new Set(workdays)].sort((a, b) => a - b) }),
    ...(exceptions && { exceptions: byDate(exceptions) }),
  }
}

/** In order, the last word on each day. */
const byDate = (exceptions: readonly Exception[]) =>
  [...new Map(exceptions.map((exception) => [exception.date, exception])).values()].sort((a, b) =>
    a.date.localeCompare(b.date),
  )

const aThreshold = aNumber(0, 10_000_000, 'whole')

const alerts: Check<Partial<AlertSettings>> = (value, path, report) =>
  checkMembers<AlertSettings>(
    value,
    path,
    {
      outsideHours: aBoolean,
      newDevice: aBoolean,
      failures: aNumber(0, 1_000, 'whole'),
      exported: aThreshold,
      read: aThreshold,
      changed: aThreshold,
      deleted: aThreshold,
    },
    report,
  )

type SettingsPatch = Omit<WorkspaceSettings, 'calendar'> & { readonly calendar: Partial<WorkingCalendar> }

/**
 * The settings after a change; members that are left out stay, those of the calendar too.
 * @throws AppError with an issue for each member that is refused
 */
export function checkSettings(input: unknown, current: WorkspaceSettings): WorkspaceSettings {
  const { issues, report } = collect()
  const given = checkMembers<SettingsPatch>(
    input,
    '',
    {
      language: oneOf(languages),
      timeZone: aTimeZone,
      currency: aCurrency,
      country: aCountry,
      fiscalYearStart: aNumber(1, 12, 'whole'),
      accent: aColor,
      calendar: aCalendar,
      alerts,
      quarterlyReview: aBoolean,
    },
    report,
  )
  const calendar = { ...current.calendar, ...given.calendar }
  if (calendar.opens >= calendar.closes)
    report('/calendar/closes', 'invalid_setting', { setting: 'closes', expected: `> ${calendar.opens}` })
  if (calendar.workdays.length === 0) report('/calendar/workdays', 'required', { label: 'workdays' })
  if (issues.length > 0) throw invalidInput(issues)
  return {
    ...current,
    ...given,
    calendar,
    ...(given.alerts && { alerts: { ...current.alerts, ...given.alerts } }),
  }
}
