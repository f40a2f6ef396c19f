import { fold } from '#shared/imports/fold.ts'

const words = {
  won: ['won', 'closed won', 'win', '赢单', '贏單', '成交', '已成交', '赢', '成单'],
  lost: ['lost', 'closed lost', 'loss', '输单', '輸單', '丢单', '丟單', '未成交', '失单', '流失'],
} as const

const outcomes = new Map(
  Object.entries(words).flatMap(([outcome, texts]) => texts.map((text) => [fold(text), outcome] as const)),
)

/** How a deal ended, by the word of any system: the stage of that outcome is meant, whatever it is called here. */
export const outcomeNamed = (text: string): string | undefined => outcomes.get(fold(text))
