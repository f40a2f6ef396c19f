import type { FunctionDefinition } from './function.ts'

export const logic = {
  if: {
    aliases: ['如果'],
    parameters: [['boolean'], 'any', 'any'],
    result: 1,
    help: {
      'zh-CN': '条件成立时取第二个值，否则取第三个',
      'zh-TW': '條件成立時取第二個值，否則取第三個',
      en: 'The second value when the condition holds, the third otherwise',
    },
    evaluate: ([condition, yes, no]) => (condition === true ? yes! : no!),
  },
  isBlank: {
    aliases: ['为空', '為空', '是空'],
    parameters: ['any'],
    result: 'boolean',
    help: { 'zh-CN': '是否没有值', 'zh-TW': '是否沒有值', en: 'Whether there is no value' },
    evaluate: ([value]) => value === null,
  },
  ifBlank: {
    aliases: ['空则取', '空則取'],
    parameters: ['any', 'any'],
    result: 0,
    help: {
      'zh-CN': '第一个值；没有时取第二个',
      'zh-TW': '第一個值；沒有時取第二個',
      en: 'The first value, or the second where there is none',
    },
    evaluate: ([value, fallback]) => value ?? fallback!,
  },
  me: {
    aliases: ['本人', '我'],
    parameters: [],
    result: 'id',
    help: { 'zh-CN': '当前成员', 'zh-TW': '目前成員', en: 'The member who asks' },
    evaluate: (_, { me }) => me,
  },
} satisfies Record<string, FunctionDefinition>
