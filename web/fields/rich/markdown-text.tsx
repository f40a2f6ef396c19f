import { EditorContent, useEditor } from '@tiptap/react'
import { useState } from 'react'
import { markdownKit } from './markdown-kit.ts'
import classes from './rich.module.css'

/** It is read, not typed into: left alone, it would be a text box without a name. */
const readOnly = { role: 'presentation' } as const

/** Markdown to read, drawn by the editor that wrote it: nothing of it reaches the page as HTML. */
export default function MarkdownText({ markdown }: { markdown: string }) {
  const [extensions] = useState(() => markdownKit(undefined, { read: true }))
  const editor = useEditor(
    {
      extensions,
      content: markdown,
      contentType: 'markdown',
      editable: false,
      editorProps: { attributes: readOnly },
    },
    [markdown],
  )
  return <EditorContent editor={editor} className={classes.text} />
}
