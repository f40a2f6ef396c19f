import {
  type Icon,
  IconBold,
  IconCode,
  IconHeading,
  IconItalic,
  IconList,
  IconListCheck,
  IconListNumbers,
  IconQuote,
  IconTable,
} from '@tabler/icons-react'
import type { Editor } from '@tiptap/react'
import { insertTable } from './table-acts.ts'

/** Buttons above formatted text: a mark or a kind of paragraph, switched on and off. */
export const acts = [
  ['heading', IconHeading, (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run()],
  ['bold', IconBold, (editor) => editor.chain().focus().toggleBold().run()],
  ['italic', IconItalic, (editor) => editor.chain().focus().toggleItalic().run()],
  ['bulletList', IconList, (editor) => editor.chain().focus().toggleBulletList().run()],
  ['orderedList', IconListNumbers, (editor) => editor.chain().focus().toggleOrderedList().run()],
  ['taskList', IconListCheck, (editor) => editor.chain().focus().toggleTaskList().run()],
  ['blockquote', IconQuote, (editor) => editor.chain().focus().toggleBlockquote().run()],
  ['table', IconTable, insertTable],
  ['codeBlock', IconCode, (editor) => editor.chain().focus().toggleCodeBlock().run()],
] as const satisfies readonly (readonly [string, Icon, (editor: Editor) => void])[]

export const actLabels = {
  heading: 'fields.heading',
  bold: 'fields.bold',
  italic: 'fields.italic',
  bulletList: 'fields.list',
  orderedList: 'fields.numbered',
  taskList: 'fields.checklist',
  blockquote: 'fields.quote',
  table: 'fields.table',
  codeBlock: 'fields.code',
} as const satisfies Record<(typeof acts)[number][0], string>
