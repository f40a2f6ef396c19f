import { accept, refuse } from './field-type.ts'
import { textType } from './text-type.ts'

const web = /^https?:\/\/[^\s/?#]+[^\s]*$/i
const contact = /^(?:mailto|tel):[^\s]+$/i
const scheme = /^(?:https?:\/\/|mailto:|tel:|[a-z][a-z\d+.-]*:(?!\d))/i

/** Only schemes that are safe to follow from a page: http, https, mailto, tel. */
export const url = textType({
  name: 'url',
  description: 'A web address: http, https, mailto or tel',
  format: 'uri',
  usual: 2_048,
  most: 2_048,
  line: true,
  settings: [],
  check: (text) =>
    (web.test(text) && URL.canParse(text)) || contact.test(text) ? accept(text) : refuse('invalid_url'),
  understand: (text) => (scheme.test(text) ? text : `https://${text.replace(/^\/+/, '')}`),
})
