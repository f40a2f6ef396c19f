import type { Culture } from '../culture.ts'
import * as names from './names.ts'
import * as texts from './texts.ts'

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export const english: Culture = {
  ...names,
  ...texts,
  language: 'en',
  wechat: false,
  topic: (random) => `${random.pick(texts.things)} ${random.pick(texts.actions)}`,
  dealName: (random, topic, year) => (random.chance(0.3) ? `${capital(topic)} ${year}` : capital(topic)),
  amount: (amount) => {
    if (amount >= 1e6) return `${Number((amount / 1e6).toFixed(2))}M`
    if (amount >= 1e3) return `${Math.round(amount / 1e3)}k`
    return String(Math.round(amount))
  },
}
