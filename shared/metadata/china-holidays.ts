import type { WorkingCalendar } from './settings.ts'

type Exception = WorkingCalendar['exceptions'][number]

interface Holiday {
  readonly name: string
  readonly from: string
  readonly to: string
  /** Days off that are worked instead (调休). */
  readonly worked?: readonly string[]
}

// As the State Council publishes them each autumn for the year to come.
const holidays: readonly Holiday[] = [
  { name: '元旦', from: '2024-01-01', to: '2024-01-01' },
  { name: '春节', from: '2024-02-10', to: '2024-02-17', worked: ['2024-02-04', '2024-02-18'] },
  { name: '清明节', from: '2024-04-04', to: '2024-04-06', worked: ['2024-04-07'] },
  { name: '劳动节', from: '2024-05-01', to: '2024-05-05', worked: ['2024-04-28', '2024-05-11'] },
  { name: '端午节', from: '2024-06-10', to: '2024-06-10' },
  { name: '中秋节', from: '2024-09-15', to: '2024-09-17', worked: ['2024-09-14'] },
  { name: '国庆节', from: '2024-10-01', to: '2024-10-07', worked: ['2024-09-29', '2024-10-12'] },
  { name: '元旦', from: '2025-01-01', to: '2025-01-01' },
  { name: '春节', from: '2025-01-28', to: '2025-02-04', worked: ['2025-01-26', '2025-02-08'] },
  { name: '清明节', from: '2025-04-04', to: '2025-04-06' },
  { name: '劳动节', from: '2025-05-01', to: '2025-05-05', worked: ['2025-04-27'] },
  { name: '端午节', from: '2025-05-31', to: '2025-06-02' },
  { name: '国庆节、中秋节', from: '2025-10-01', to: '2025-10-08', worked: ['2025-09-28', '2025-10-11'] },
  { name: '元旦', from: '2026-01-01', to: '2026-01-03', worked: ['2026-01-04'] },
  { name: '春节', from: '2026-02-15', to: '2026-02-23', worked: ['2026-02-14', '2026-02-28'] },
  { name: '清明节', from: '2026-04-04', to: '2026-04-06' },
  { name: '劳动节', from: '2026-05-01', to: '2026-05-05', worked: ['2026-05-09'] },
  { name: '端午节', from: '2026-06-19', to: '2026-06-21' },
  { name: '中秋节', from: '2026-09-25', to: '2026-09-27' },
  { name: '国庆节', from: '2026-10-01', to: '2026-10-07', worked: ['2026-09-20', '2026-10-10'] },
]

/** Public holidays of mainland China and the days worked for them, by date. */
export const chinaHolidays: readonly Exception[] = holidays
  .flatMap(({ name, from, to, worked = [] }) => [
    ...daysFrom(from, to).map((date) => ({ date, works: false, name })),
    ...worked.map((date) => ({ date, works: true, name: `${name}调休` })),
  ])
  .sort((a, b) => a.date.localeCompare(b.date))

function daysFrom(from: string, to: string): string[] {
  const days: string[] = []
  for (let day = Date.parse(from); day <= Date.parse(to); day += 86_400_000)
    days.push(new Date(day).toISOString().slice(0, 10))
  return days
}
