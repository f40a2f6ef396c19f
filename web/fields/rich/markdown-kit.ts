import { TaskItem, TaskList } from '@tiptap/extension-list'
import { Markdown } from '@tiptap/markdown'
import StarterKit from '@tiptap/starter-kit'
import { FileNode } from './file-node.ts'
import { LiteralHtml, LiteralHtmlBlock } from './literal-html.ts'
import { MentionNode } from './mention-node.ts'
import type { MentionMenuStore } from './mention-store.ts'
import { Table, TableCell, TableHeader, TableRow } from './table-nodes.ts'

/** What formatted text may hold. Links lead to the web and to mail alone, so that a record cannot carry a script. */
export const markdownKit = (mentions?: MentionMenuStore, { read = false } = {}) => [
  StarterKit.configure({
    link: {
      openOnClick: false,
      protocols: ['mailto', 'tel'],
      HTMLAttributes: { rel: 'noopener noreferrer nofollow', target: '_blank' },
    },
  }),
  TaskList,
  TaskItem.configure({ nested: true, a11y: { checkboxLabel: (node) => node.textContent } }),
  Table.configure({ read }),
  TableRow,
  TableHeader,
  TableCell,
  FileNode,
  LiteralHtml,
  LiteralHtmlBlock,
  MentionNode.configure({
    suggestion: {
      char: '@',
      // Chinese has no spaces before an @; in a mail address it follows a letter.
      allowedPrefixes: null,
      allow: ({ state, range }) =>
        !/[\w.]/.test(state.doc.textBetween(Math.max(0, range.from - 1), range.from)),
      ...mentions?.handlers,
    },
  }),
  Markdown,
]
