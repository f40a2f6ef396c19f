import type { Language } from '#shared/language.ts'

const units = ['B', 'KB', 'MB', 'GB'] as const

/** `820 B`, `1.2 MB`: three figures are enough. */
export function byteSize(bytes: number, language: Language): string {
  let size = bytes
  let unit = 0
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000
    unit += 1
  }
  const figure = size.toLocaleString(language, { maximumFractionDigits: size < 10 && unit > 0 ? 1 : 0 })
  return `${figure} ${units[unit]}`
}
