import { lazy, Suspense, useState } from 'react'
import type { EditorProps, FieldView, ValueProps } from './field-view.ts'
import classes from './fields.module.css'
import { longText } from './long-text.tsx'
import { TextFilter } from './one-line.tsx'
import { isHeavyMarkdown } from './rich/heavy-markdown.ts'
import { withoutMarks } from './without-marks.ts'

const MarkdownEditor = lazy(() => import('./rich/markdown-editor.tsx'))
const MarkdownText = lazy(() => import('./rich/markdown-text.tsx'))

function FirstLine({ value }: ValueProps) {
  const text = withoutMarks(String(value).slice(0, 600))
  return (
    <span className={classes.line} title={text}>
      {text}
    </span>
  )
}

function Formatted({ value }: ValueProps) {
  const text = String(value)
  if (isHeavyMarkdown(text)) return <span className={classes.paragraphs}>{text}</span>
  return (
    <Suspense fallback={<span className={classes.paragraphs}>{withoutMarks(text)}</span>}>
      <MarkdownText markdown={text} />
    </Suspense>
  )
}

function RichTextEditor(props: EditorProps) {
  // What it was when it was opened decides: an editor does not change under the hands.
  const [plain] = useState(() => typeof props.value === 'string' && isHeavyMarkdown(props.value))
  if (plain) return <longText.Editor {...props} />
  return (
    <Suspense fallback={<div className={classes.loadingEditor} />}>
      <MarkdownEditor {...props} />
    </Suspense>
  )
}

export const richText: FieldView = {
  Cell: FirstLine,
  Display: Formatted,
  Editor: RichTextEditor,
  FilterInput: TextFilter,
}
