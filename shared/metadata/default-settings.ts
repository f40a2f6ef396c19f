import type { Language } from '#shared/language.ts'
import { chinaHolidays } from './china-holidays.ts'
import type { WorkingCalendar, WorkspaceSettings } from './settings.ts'

const week: WorkingCalendar = {
  workdays: [1, 2, 3, 4, 5],
  opens: '09:00',
  closes: '18:00',
  exceptions: [],
}

const defaults: Readonly<Record<Language, Omit<WorkspaceSettings, 'language' | 'fiscalYearStart'>>> = {
  'zh-CN': {
    timeZone: 'Asia/Shanghai',
    currency: 'CNY',
    country: 'CN',
    calendar: { ...week, exceptions: chinaHolidays },
  },
  'zh-TW': { timeZone: 'Asia/Taipei', currency: 'TWD', country: 'TW', calendar: week },
  en: { timeZone: 'UTC', currency: 'USD', country: 'US', calendar: week },
}

/** What a new workspace starts with where nobody chose otherwise. */
export const defaultSettings = (language: Language): WorkspaceSettings => ({
  language,
  ...defaults[language],
  fiscalYearStart: 1,
})
