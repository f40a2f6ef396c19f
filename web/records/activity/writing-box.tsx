import {
  type ClipboardEvent,
  type KeyboardEvent,
  type Ref,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import type { RecordData } from '#web/data/index.ts'
import { useHeldEnter } from '#web/design/use-held-enter.ts'
import { composing, titleOf, useFound } from '#web/fields/index.ts'
import { MentionMenu } from './mention-menu.tsx'
import { type MentionQuery, mentionQuery } from './mention-query.ts'
import classes from './writing-box.module.css'
import type { Mention } from './written.ts'

interface WritingBoxProps {
  readonly boxRef?: Ref<HTMLTextAreaElement>
  readonly text: string
  readonly mentions: readonly Mention[]
  readonly onChange: (text: string, mentions: readonly Mention[]) => void
  readonly onPaste?: (event: ClipboardEvent<HTMLTextAreaElement>) => void
  readonly onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void
  readonly onFocus?: () => void
  readonly label: string
  readonly placeholder: string
  readonly rows: number
  readonly autoFocus?: boolean
}

const mostPeople = 6

/** A text box that grows with its text. `@` offers the members; one who was chosen is drawn as a chip. */
export function WritingBox(props: WritingBoxProps) {
  const { text, mentions, onChange } = props
  const own = useRef<HTMLTextAreaElement | null>(null)
  const menuId = useId()
  const [query, setQuery] = useState<MentionQuery | undefined>()
  const [active, setActive] = useState(0)
  const found = useFound('user', query?.text ?? '', query !== undefined)
  const people = query === undefined ? [] : found.records.slice(0, mostPeople)
  const anchor = useRef<HTMLSpanElement | null>(null)
  const [place, setPlace] = useState({ left: 0, top: 0 })
  useLayoutEffect(() => {
    const mark = anchor.current
    if (query === undefined || mark === null) return
    setPlace({ left: mark.offsetLeft, top: mark.offsetTop + mark.offsetHeight + 4 })
  }, [query])

  const look = (box: HTMLTextAreaElement) => {
    const next = mentionQuery(box.value, box.selectionStart)
    if (next?.start !== query?.start || next?.text !== query?.text) setActive(0)
    setQuery(next)
  }
  const choose = (person: RecordData) => {
    const box = own.current
    if (query === undefined || box === null) return
    const name = titleOf(undefined, person)
    const namesake = mentions.some((one) => one.name === name && one.id !== person.id)
    // A second member of the same name is written out, so that nobody is taken for another.
    const put = namesake ? `[@${name}](user:${person.id}) ` : `@${name} `
    const before = text.slice(0, query.start) + put
    const others = mentions.filter(({ id }) => id !== person.id)
    onChange(
      before + text.slice(box.selectionStart),
      namesake ? mentions : [...others, { id: person.id, name }],
    )
    setQuery(undefined)
    requestAnimationFrame(() => {
      box.focus()
      box.setSelectionRange(before.length, before.length)
    })
  }
  const takeActive = () => {
    const person = people[active]
    if (person !== undefined) choose(person)
  }
  const enter = useHeldEnter(query?.text ?? '', found.unsure, takeActive)
  const keys = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (composing(event)) return
    const takes = event.key === 'Enter' || event.key === 'Tab'
    const offers = people.length > 0 || (query !== undefined && takes && found.unsure)
    // What would be saved while the mention waits would lack it.
    if (offers && ((!event.metaKey && !event.ctrlKey) || enter.waits())) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step !== undefined || takes || event.key === 'Escape') {
        event.preventDefault()
        event.stopPropagation()
        if (step !== undefined) setActive((active + step + people.length) % people.length)
        else if (!takes) setQuery(undefined)
        else if (!enter.hold()) takeActive()
        return
      }
    }
    props.onKeyDown?.(event)
  }
  return (
    <div className={classes.place}>
      <div className={classes.scroll}>
        <div className={classes.box} style={{ '--rows': props.rows }}>
          <div className={classes.drawn} aria-hidden>
            {drawn(text, mentions, query?.start, anchor)}
          </div>
          <textarea
            ref={(box) => {
              own.current = box
              if (typeof props.boxRef === 'function') props.boxRef(box)
              else if (props.boxRef) props.boxRef.current = box
            }}
            className={classes.text}
            aria-label={props.label}
            aria-autocomplete="list"
            {...(people.length > 0 && {
              'aria-controls': menuId,
              'aria-activedescendant': `${menuId}-${active}`,
            })}
            placeholder={props.placeholder}
            // biome-ignore lint/a11y/noAutofocus: whoever opens a box for writing writes in it
            autoFocus={props.autoFocus}
            data-autofocus={props.autoFocus || undefined}
            value={text}
            onChange={(event) => {
              onChange(event.currentTarget.value, mentions)
              look(event.currentTarget)
            }}
            onSelect={(event) => look(event.currentTarget)}
            onFocus={props.onFocus}
            onBlur={() => setQuery(undefined)}
            onPaste={props.onPaste}
            onKeyDown={keys}
          />
        </div>
      </div>
      {people.length > 0 && (
        <MentionMenu id={menuId} people={people} active={active} place={place} onChoose={choose} />
      )}
    </div>
  )
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** The text once more, behind the one that is typed: it gives the height, the ground of the chips and the place of the menu. */
function drawn(
  text: string,
  mentions: readonly Mention[],
  start: number | undefined,
  anchor: Ref<HTMLSpanElement>,
) {
  const mark = (part: string) => chips(part, mentions)
  const end = '\u200b'
  if (start === undefined) return [...mark(text), end]
  return [...mark(text.slice(0, start)), <span key="anchor" ref={anchor} />, ...mark(text.slice(start)), end]
}

function chips(text: string, mentions: readonly Mention[]) {
  if (mentions.length === 0) return [text]
  const names = mentions.map(({ name }) => escaped(`@${name}`)).toSorted((a, b) => b.length - a.length)
  return text.split(new RegExp(`(${names.join('|')})`)).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have no other name than their place
      <mark key={index} className={classes.mention}>
        {part}
      </mark>
    ),
  )
}
