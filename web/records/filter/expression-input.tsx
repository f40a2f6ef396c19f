import { Textarea } from '@mantine/core'
import { useEffect, useId, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { useCatalogue } from '#web/data/index.ts'
import { composing } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './filter.module.css'
import { filterError } from './filter-error.ts'

interface ExpressionInputProps {
  readonly text: string
  readonly object: CatalogueObject
  readonly onApply: (text: string) => void
  readonly autoFocus: boolean
}

/** The filter as text. It is applied on Enter and on leaving, once nothing is wrong with it. */
export function ExpressionInput({ text, object, onApply, autoFocus }: ExpressionInputProps) {
  const { t, language } = useMessages()
  const catalogue = useCatalogue()
  const id = useId()
  const [typed, setTyped] = useState(text)
  useEffect(() => setTyped(text), [text])
  const error = filterError(typed, catalogue, object, language)
  const apply = () => {
    if (error === undefined && typed.trim() !== text) onApply(typed.trim())
  }
  return (
    <div className={classes.expression}>
      <Textarea
        id={id}
        aria-label={t('records.expression')}
        aria-describedby={`${id}-error`}
        error={error !== undefined && typed !== text}
        autosize
        minRows={2}
        maxRows={8}
        spellCheck={false}
        placeholder={t('records.expressionExample')}
        value={typed}
        autoFocus={autoFocus}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={apply}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || composing(event)) return
          event.preventDefault()
          apply()
        }}
        classNames={{ input: classes.code ?? '' }}
      />
      <div id={`${id}-error`} aria-live="polite">
        {error !== undefined && (
          <>
            {error.column !== undefined && (
              <pre className={classes.errorPlace} aria-hidden>
                {typed.split('\n')[0]?.slice(0, error.column - 1)}
                <mark>{typed.slice(error.column - 1, error.column + 12) || ' '}</mark>
              </pre>
            )}
            <span className={classes.error}>{error.message}</span>
          </>
        )}
      </div>
    </div>
  )
}
