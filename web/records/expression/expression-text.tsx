import { memo } from 'react'
import classes from './expression-editor.module.css'
import { piecesOf } from './pieces.ts'
import type { ExpressionProblem } from './problem.ts'

/** Beyond so many characters the text is drawn in one colour: nobody reads that much by its colours. */
const coloured = 10_000

interface ExpressionTextProps {
  readonly text: string
  readonly problem?: ExpressionProblem | undefined
}

/** An expression in colours, with its mistake underlined; stands beneath the field it is typed in, or alone. */
export const ExpressionText = memo(function ExpressionText({ text, problem }: ExpressionTextProps) {
  const pieces = text.length > coloured ? [{ kind: 'plain' as const, text, start: 0 }] : piecesOf(text)
  return (
    <pre className={classes.text} aria-hidden>
      {pieces.map((piece) => (
        <span
          key={piece.start}
          data-kind={piece.kind}
          className={
            problem !== undefined &&
            piece.start < problem.end &&
            piece.start + piece.text.length > problem.start
              ? classes.wrong
              : undefined
          }
        >
          {piece.text}
        </span>
      ))}
      {/* A last line that is empty has a height, too. */}
      {'\n'}
    </pre>
  )
})
