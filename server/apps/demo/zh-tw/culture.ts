import { chineseAmount } from '../chinese.ts'
import type { Culture } from '../culture.ts'
import { names } from './names.ts'
import * as texts from './texts.ts'

export const taiwan: Culture = {
  ...names,
  ...texts,
  wechat: false,
  topic: (random) => `${random.pick(texts.phases)}${random.pick(texts.things)}${random.pick(texts.actions)}`,
  dealName: (random, topic, year) => (random.chance(0.3) ? `${year}年${topic}` : `${topic}專案`),
  amount: (amount) => chineseAmount(amount, ['萬', '億']),
}
