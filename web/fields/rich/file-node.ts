import { Node } from '@tiptap/core'
import { fileAddress } from '#web/data/file-address.ts'
import { fileLink, linkable, unescaped } from './links.ts'

/** A file in the text: a picture, or a link to it; kept as `[name](file:UUID)`. Its address is ours alone, whatever was written. */
export const FileNode = Node.create({
  name: 'file',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ id: { default: '' }, name: { default: '' }, picture: { default: false } }),
  renderHTML: ({ node }) => {
    const { id, name, picture } = node.attrs
    const href = fileAddress(String(id))
    const link = {
      href,
      target: '_blank',
      rel: 'noopener',
      'data-file': picture === true ? 'picture' : 'other',
    }
    return picture === true
      ? ['a', link, ['img', { src: href, alt: String(name), loading: 'lazy' }]]
      : ['a', link, String(name)]
  },
  renderText: ({ node }) => String(node.attrs.name),
  markdownTokenName: 'file',
  markdownTokenizer: {
    name: 'file',
    level: 'inline',
    start: (source) => source.search(/!?\[[^[\]\n]*\]\(file:/),
    tokenize: (source) => {
      const match = fileLink.exec(source)
      if (match === null) return undefined
      const [raw, bang, name = '', id = ''] = match
      return { type: 'file', raw, attributes: { id, name: unescaped(name), picture: bang === '!' } }
    },
  },
  parseMarkdown: (token) => ({ type: 'file', attrs: { ...token.attributes } }),
  renderMarkdown: (node) =>
    `${node.attrs?.picture === true ? '!' : ''}[${linkable(String(node.attrs?.name ?? '')) || 'file'}](file:${String(node.attrs?.id)})`,
})
