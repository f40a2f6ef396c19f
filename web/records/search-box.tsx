import { TextInput } from '@mantine/core'
import { IconSearch, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { IconButton } from '#web/design/icon-button.tsx'
import { composing } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './search-box.module.css'
import { useTypingPause } from './use-typing-pause.ts'

interface SearchBoxProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly opened: boolean
  readonly onOpened: (opened: boolean) => void
  /** Where the focus goes when the search is left: to what was found. */
  readonly onLeave?: () => void
}

/** A button that opens into a field; searches while one types, a composition is waited for. */
export function SearchBox({ text, onText, opened, onOpened, onLeave }: SearchBoxProps) {
  const { t } = useMessages()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(text)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const pause = useTypingPause()
  /** What was searched for from here and is not in view yet: no news to who typed on meanwhile. */
  const asked = useRef<readonly string[]>([])
  useEffect(() => {
    const at = asked.current.indexOf(text)
    asked.current = asked.current.slice(at + 1)
    if (at < 0) setTyped(text)
  }, [text])
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    if (opened) input.current?.focus()
  }, [opened])
  const shown = opened || text !== ''
  const ask = (next: string) => {
    if (next !== (asked.current.at(-1) ?? text)) asked.current = [...asked.current, next]
    onText(next)
  }
  const type = (next: string, composed: boolean) => {
    setTyped(next)
    clearTimeout(timer.current)
    const wait = pause()
    if (!composed) timer.current = setTimeout(() => ask(next.trim()), wait)
  }
  const close = () => {
    type('', false)
    onOpened(false)
  }
  if (!shown) {
    return (
      <IconButton
        icon={IconSearch}
        label={t('records.searchList')}
        keyHint="/"
        onClick={() => onOpened(true)}
      />
    )
  }
  return (
    <TextInput
      ref={input}
      type="search"
      className={classes.search ?? ''}
      aria-label={t('records.searchList')}
      placeholder={t('records.searchList')}
      value={typed}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSection={<IconButton size="sm" icon={IconX} label={t('views.closeSearch')} onClick={close} />}
      onBlur={() => {
        if (typed.trim() === '') onOpened(false)
      }}
      onChange={(event) =>
        type(
          event.currentTarget.value,
          'isComposing' in event.nativeEvent && event.nativeEvent.isComposing === true,
        )
      }
      onCompositionEnd={(event) => type(event.currentTarget.value, false)}
      onKeyDown={(event) => {
        if (composing(event)) return
        if (event.key === 'Escape') close()
        else if (event.key === 'Enter' || event.key === 'ArrowDown') onLeave?.()
      }}
    />
  )
}
