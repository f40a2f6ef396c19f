import { textType } from './text-type.ts'

export const richText = textType({
  name: 'richText',
  description: 'Formatted text, as Markdown',
  usual: 100_000,
  most: 100_000,
  line: false,
})
