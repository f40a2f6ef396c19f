import { textType } from './text-type.ts'

export const longText = textType({
  name: 'longText',
  description: 'Text of several lines',
  usual: 100_000,
  most: 100_000,
  line: false,
})
