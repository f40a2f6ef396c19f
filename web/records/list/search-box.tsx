import { TextInput } from '@mantine/core'
import { IconSearch, IconX } from '@tabler/icons-react'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { IconButton } from '#web/design/icon-button.tsx'
import { Kbd } from '#web/design/kbd.tsx'
import { composing } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './list.module.css'

interface SearchBoxProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly input: RefObject<HTMLInputElement | null>
  readonly onLeave: () => void
}

const pause = 200

/** Searches the list while one types; a composition is waited for. */
export function SearchBox({ text, onText, input, onLeave }: SearchBoxProps) {
  const { t } = useMessages()
  const [typed, setTyped] = useState(text)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => setTyped(text), [text])
  useEffect(() => () => clearTimeout(timer.current), [])
  const type = (next: string, composed: boolean) => {
    setTyped(next)
    clearTimeout(timer.current)
    if (!composed) timer.current = setTimeout(() => onText(next.trim()), pause)
  }
  return (
    <TextInput
      ref={input}
      type="search"
      className={classes.search}
      aria-label={t('records.searchList')}
      placeholder={t('design.search')}
      value={typed}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSection={
        typed === '' ? (
          <Kbd>/</Kbd>
        ) : (
          <IconButton size="sm" icon={IconX} label={t('design.clear')} onClick={() => type('', false)} />
        )
      }
      onChange={(event) =>
        type(
          event.currentTarget.value,
          'isComposing' in event.nativeEvent && event.nativeEvent.isComposing === true,
        )
      }
      onCompositionEnd={(event) => type(event.currentTarget.value, false)}
      onKeyDown={(event) => {
        if (composing(event)) return
        if (event.key === 'Escape' && typed !== '') type('', false)
        else if (event.key === 'Escape' || event.key === 'Enter' || event.key === 'ArrowDown') onLeave()
      }}
    />
  )
}
