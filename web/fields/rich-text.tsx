import { lazy, Suspense } from 'react'
import type { EditorProps, FieldView, ValueProps } from './field-view.ts'
import classes from './fields.module.css'
import { TextFilter } from './one-line.tsx'
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
  if (isTooDeep(text)) return <span className={classes.paragraphs}>{text}</span>
  return (
    <Suspense fallback={<span className={classes.paragraphs}>{withoutMarks(text)}</span>}>
      <MarkdownText markdown={text} />
    </Suspense>
  )
}

/** Marks within marks by the hundred are no text that anybody wrote, and would take a browser minutes to draw. */
const isTooDeep = (text: string) => /(?:[>[(*_~`][ \t]*){60,}/.test(text)

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
