import {
  type KeyboardEvent,
  useCallback,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Type } from '#shared/expression/index.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { useCatalogue } from '#web/data/index.ts'
import { Kbd } from '#web/design/kbd.tsx'
import { composing } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { CompletionList } from './completion-list.tsx'
import classes from './expression-editor.module.css'
import { ExpressionText } from './expression-text.tsx'
import { inWords } from './in-words.ts'
import { type ExpressionProblem, type Ground, problemOf } from './problem.ts'
import { useCompletion } from './use-completion.ts'

interface ExpressionEditorProps {
  /** Whose fields it speaks of. */
  readonly object: CatalogueObject
  /** As it is kept: what the editor hands back may be worded otherwise and says the same. */
  readonly text: string
  /** What the whole shall be; anything where undefined. */
  readonly expected?: Type
  readonly label: string
  readonly placeholder?: string
  readonly autoFocus?: boolean
  /** Why a text that is right is not taken. */
  readonly refuse?: (text: string) => string | undefined
  /** Follows every key, right or wrong. */
  readonly onChange?: (text: string) => void
  /** Enter, and leaving the field, once nothing is wrong with it. */
  readonly onApply?: (text: string) => void
}

/**
 * An expression as text, in the words of the person's language: coloured, with what could be written next beneath it and a mistake marked at its place. Tab
 * takes the nearest right name; Shift and Enter begin a line.
 */
export function ExpressionEditor(props: ExpressionEditorProps) {
  const { object, text, expected, refuse, onApply } = props
  const { t, language } = useMessages()
  const catalogue = useCatalogue()
  const id = useId()
  const input = useRef<HTMLTextAreaElement>(null)
  const ground = useMemo<Ground>(() => ({ catalogue, object, expected }), [catalogue, object, expected])
  const worded = useMemo(() => inWords(text, ground, language), [text, ground, language])
  const [typed, setTyped] = useState(worded)
  const [caret, setCaret] = useState(worded.length)
  const [open, setOpen] = useState(false)
  useEffect(() => setTyped(worded), [worded])
  const settled = useDeferredValue(typed)
  const wrong = useCallback(
    (asked: string): ExpressionProblem | undefined => {
      const found = problemOf(asked, ground, language)
      const message = found === undefined ? refuse?.(asked) : undefined
      return message === undefined ? found : { message, start: 0, end: 0 }
    },
    [ground, language, refuse],
  )
  const found = useMemo(() => wrong(settled), [settled, wrong])
  // While somebody is still writing, that more has to come is no mistake.
  const unfinished = open && found !== undefined && found.start >= settled.trimEnd().length
  const problem = unfinished ? undefined : found
  const completion = useCompletion({ text: typed, caret, ground, open })

  const write = (next: string, place: number) => {
    setTyped(next)
    setCaret(place)
    props.onChange?.(next)
    // The caret follows once the text stands there.
    requestAnimationFrame(() => input.current?.setSelectionRange(place, place))
  }
  const take = (index: number) => {
    const change = completion.take(index)
    if (change !== undefined) write(change.text, change.caret)
  }
  const mend = () => {
    if (problem?.mending === undefined) return
    const next = typed.slice(0, problem.start) + problem.mending + typed.slice(problem.end)
    write(next, problem.start + problem.mending.length)
  }
  const apply = () => {
    if (wrong(typed) === undefined && typed.trim() !== worded.trim()) onApply?.(typed)
  }
  const keyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (composing(event)) return
    const act = actionOf(event)
    if (act === undefined) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  const actionOf = (event: KeyboardEvent): (() => void) | undefined => {
    const { shown, active, move } = completion
    if (event.key === 'ArrowDown' && shown) return () => move(1)
    if (event.key === 'ArrowUp' && shown && active >= 0) return () => move(-1)
    if (event.key === 'Escape' && shown) return () => setOpen(false)
    if ((event.key === 'Enter' || event.key === 'Tab') && shown && active >= 0 && !event.shiftKey)
      return () => take(active)
    if (event.key === 'Tab' && !event.shiftKey && problem?.mending !== undefined) return mend
    if (event.key === ' ' && (event.ctrlKey || event.metaKey)) return () => setOpen(true)
    if (event.key === 'Enter' && !event.shiftKey && onApply !== undefined) {
      return () => {
        setOpen(false)
        apply()
      }
    }
    return undefined
  }
  return (
    <div className={classes.editor}>
      <div className={classes.field} data-wrong={problem !== undefined || undefined}>
        <ExpressionText text={typed} problem={settled === typed ? problem : undefined} />
        <textarea
          ref={input}
          id={id}
          className={classes.input}
          aria-label={props.label}
          aria-describedby={`${id}-problem`}
          aria-invalid={problem !== undefined}
          aria-autocomplete="list"
          aria-controls={completion.shown ? `${id}-list` : undefined}
          aria-activedescendant={
            completion.shown && completion.active >= 0 ? `${id}-list-${completion.active}` : undefined
          }
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          placeholder={props.placeholder}
          value={typed}
          // biome-ignore lint/a11y/noAutofocus: it opens because somebody asked to type
          autoFocus={props.autoFocus}
          onFocus={() => setOpen(true)}
          onBlur={() => {
            setOpen(false)
            apply()
          }}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setCaret(event.currentTarget.selectionEnd)
            setOpen(true)
            props.onChange?.(event.currentTarget.value)
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionEnd)}
          onKeyDown={keyDown}
        />
      </div>
      <div id={`${id}-problem`} aria-live="polite" className={classes.problem}>
        {problem !== undefined && (
          <>
            <span>{problem.message}</span>
            {problem.mending !== undefined && (
              <button type="button" className={classes.mend} onMouseDown={keepFocus} onClick={mend}>
                {t('views.mend', { word: problem.mending })}
                <Kbd>Tab</Kbd>
              </button>
            )}
          </>
        )}
      </div>
      {completion.shown && (
        <CompletionList id={`${id}-list`} items={completion.items} active={completion.active} onTake={take} />
      )}
    </div>
  )
}

const keepFocus = (event: React.MouseEvent) => event.preventDefault()
