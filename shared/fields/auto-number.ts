import { textType } from './text-type.ts'

/** Written by the write door alone. */
export const autoNumber = textType({
  name: 'autoNumber',
  description: 'A number given by the system, with its prefix',
  usual: 64,
  most: 64,
  line: true,
  settings: ['prefix', 'digits'],
  readOnly: true,
})
