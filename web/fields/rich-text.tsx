import { lazy, Suspense } from 'react'
import type { EditorProps, FieldView, ValueProps } from './field-view.ts'
import classes from './fields.module.css'
import { TextFilter } from './one-line.tsx'
import { withoutMarks } from './without-marks.ts'

const MarkdownEditor = lazy(() => import('./markdown-editor.tsx'))
const MarkdownText = lazy(() => import('./markdown-text.tsx'))

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
  return (
    <Suspense fallback={<span className={classes.paragraphs}>{withoutMarks(text)}</span>}>
      <MarkdownText markdown={text} />
    </Suspense>
  )
}

function RichTextEditor(props: EditorProps) {
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
