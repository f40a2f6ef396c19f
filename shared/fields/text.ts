import { textType } from './text-type.ts'

export const text = textType({
  name: 'text',
  description: 'One line of text',
  usual: 500,
  most: 10_000,
  line: true,
})
