import Mention from '@tiptap/extension-mention'
import { linkable, mentionLink, unescaped } from './links.ts'

/** A member who is mentioned: a chip in the text, kept as `[@name](user:UUID)`. */
export const MentionNode = Mention.extend({
  markdownTokenName: 'mention',
  markdownTokenizer: {
    name: 'mention',
    level: 'inline' as const,
    start: '[@',
    tokenize: (source: string) => {
      const match = mentionLink.exec(source)
      if (match === null) return undefined
      const [raw, name = '', id = ''] = match
      return { type: 'mention', raw, attributes: { id, label: unescaped(name) } }
    },
  },
  parseMarkdown: (token) => ({ type: 'mention', attrs: { ...token.attributes } }),
  renderMarkdown: (node) => `[@${linkable(String(node.attrs?.label ?? ''))}](user:${String(node.attrs?.id)})`,
})
