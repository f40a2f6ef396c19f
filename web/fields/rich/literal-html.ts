import { Extension } from '@tiptap/core'

const opening = /^<(?=[a-z/!?])(?!https?:|mailto:|[^\s<>]+@)/i
const block = /^ {0,3}<(?=[a-z/!?])(?!https?:|mailto:|[^\s<>]+@)[^\n]*(?:\n(?![ \t]*\n)[^\n]+)*(?:\n+|$)/i

/** HTML means nothing in formatted text: who writes `<b>` reads `<b>`. This is for tags within a line. */
export const LiteralHtml = Extension.create({
  name: 'literalHtml',
  markdownTokenName: 'literalHtml',
  markdownTokenizer: {
    name: 'literalHtml',
    level: 'inline',
    start: '<',
    tokenize: (source) => (opening.test(source) ? { type: 'literalHtml', raw: '<', text: '<' } : undefined),
  },
  parseMarkdown: () => ({ type: 'text', text: '<' }),
})

/** A paragraph that begins with a tag is a paragraph like others. */
export const LiteralHtmlBlock = Extension.create({
  name: 'literalHtmlBlock',
  markdownTokenName: 'literalHtmlBlock',
  markdownTokenizer: {
    name: 'literalHtmlBlock',
    level: 'block',
    start: '<',
    tokenize: (source, _tokens, lexer) => {
      const raw = block.exec(source)?.[0]
      if (raw === undefined) return undefined
      const text = raw.trim()
      return { type: 'literalHtmlBlock', raw, text, tokens: lexer.inlineTokens(text) }
    },
  },
  parseMarkdown: (token, helpers) => ({
    type: 'paragraph',
    content: helpers.parseInline(token.tokens ?? []),
  }),
})
