import { accept, refuse } from './field-type.ts'
import { textType } from './text-type.ts'

// Deliberately loose: only what no mail server could deliver is refused. International names and domains pass.
const address = /^[^\s@"(),:;<>[\]\\]{1,64}@[^\s@"(),:;<>[\]\\.]+(?:\.[^\s@"(),:;<>[\]\\.]+)+$/
const named = /<([^<>]+)>$/

/** Kept as typed; compared and indexed in lower case. */
export const email = textType({
  name: 'email',
  description: 'An e-mail address',
  format: 'email',
  usual: 254,
  most: 254,
  line: true,
  settings: [],
  check: (text) => (address.test(text) ? accept(text) : refuse('invalid_email')),
  understand: (text) => {
    const typed = text.normalize('NFKC')
    return (named.exec(typed)?.[1] ?? typed).replace(/^mailto:/i, '').trim()
  },
})
