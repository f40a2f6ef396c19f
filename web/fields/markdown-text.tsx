import { EditorContent, useEditor } from '@tiptap/react'
import classes from './fields.module.css'
import { markdownKit } from './markdown-kit.ts'

/** Markdown to read, drawn by the editor that wrote it: nothing of it reaches the page as HTML. */
export default function MarkdownText({ markdown }: { markdown: string }) {
  const editor = useEditor(
    { extensions: markdownKit, content: markdown, contentType: 'markdown', editable: false },
    [markdown],
  )
  return <EditorContent editor={editor} className={classes.richText} />
}
