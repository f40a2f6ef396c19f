import { chineseAmount } from '../chinese.ts'
import type { Culture } from '../culture.ts'
import { names } from './names.ts'
import * as texts from './texts.ts'

export const mainland: Culture = {
  ...names,
  ...texts,
  wechat: true,
  topic: (random) => `${random.pick(texts.phases)}${random.pick(texts.things)}${random.pick(texts.actions)}`,
  dealName: (random, topic, year) => (random.chance(0.3) ? `${year}年${topic}` : `${topic}项目`),
  amount: (amount) => chineseAmount(amount, ['万', '亿']),
}
