import { Modal } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch, IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { IconButton } from '#web/design/icon-button.tsx'
import { Kbd } from '#web/design/kbd.tsx'
import { useTopmost } from '#web/design/topmost.ts'
import { useBackCloses } from '#web/design/use-back-closes.ts'
import { useHeldEnter } from '#web/design/use-held-enter.ts'
import { usePhone } from '#web/design/use-phone.ts'
import { fits } from '#web/fields/fits.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { type Command, matching } from './command.ts'
import classes from './palette.module.css'
import { PaletteList } from './palette-list.tsx'
import { useActCommands } from './use-act-commands.tsx'
import { usePageCommands } from './use-page-commands.tsx'
import { usePlaceCommands } from './use-place-commands.tsx'
import { useRecentCommands } from './use-recent-commands.tsx'
import { useRecordMatches } from './use-record-matches.tsx'
import { useStarCommands } from './use-star-commands.tsx'
import { rememberCommand, usedCommands } from './used-commands.ts'

interface PaletteProps {
  readonly onClose: () => void
  readonly onKeys: () => void
}

/** One field from which every place, record and act is reached; the arrows move, Enter opens. */
export function Palette({ onClose, onKeys }: PaletteProps) {
  const { t } = useMessages()
  const phone = usePhone()
  const topmost = useTopmost(true)
  useBackCloses(topmost && phone, onClose)
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const [searched] = useDebouncedValue(query.trim(), 120)
  const text = query.trim()
  const page = usePageCommands()
  const places = usePlaceCommands(text !== '')
  const acts = useActCommands(onKeys)
  const recent = useRecentCommands()
  const starred = useStarCommands()
  const { matches, pending } = useRecordMatches(searched)
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)

  const commands = [...page, ...places, ...acts]
  const lines: readonly Command[] =
    text === ''
      ? [
          ...page.filter(({ further }) => further !== true),
          ...recent,
          ...starred,
          ...lately(commands),
          ...places,
          ...acts,
        ]
      : matching([...matches, ...commands], text)
  const current = Math.min(at, lines.length - 1)

  useEffect(() => {
    list.current?.querySelector(`[data-index="${current}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [current])

  const choose = (command: Command | undefined) => {
    if (command === undefined) return
    onClose()
    if (command.group === 'shell.actions' || command.group === 'shell.settings') rememberCommand(command.id)
    command.run()
  }
  const looking = text !== '' && (pending || searched !== text)
  const enter = useHeldEnter(text, looking, () => choose(lines[current]))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const target = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      Home: query === '' ? 0 : undefined,
      End: query === '' ? lines.length - 1 : undefined,
    }[event.key]
    const line = lines[current]
    // A place or an act is what it says; records may still be those of fewer letters.
    const certain = current > 0 || (line !== undefined && (line.found !== true || fits(line.title, text)))
    if (event.key === 'Enter') {
      if (certain || !enter.hold()) choose(line)
    } else if (target !== undefined) setAt((target + lines.length) % lines.length)
    else return
    event.preventDefault()
  }

  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={600}
      yOffset="12vh"
      transitionProps={{ duration: 150, transition: 'fade' }}
      classNames={{ inner: classes.inner, content: classes.palette, overlay: classes.overlay }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t('shell.paletteLabel')}>
        <div className={classes.field}>
          <IconSearch aria-hidden />
          <input
            data-autofocus
            value={query}
            onChange={(event) => {
              setQuery(event.target.value)
              setAt(0)
            }}
            onKeyDown={onKeyDown}
            placeholder={t('shell.palettePlaceholder')}
            role="combobox"
            aria-label={t('shell.searchOrJump')}
            aria-expanded={lines.length > 0}
            aria-controls={listId}
            aria-activedescendant={lines.length > 0 ? `${listId}-${current}` : undefined}
            aria-autocomplete="list"
            autoComplete="off"
            spellCheck={false}
          />
          {phone ? <IconButton icon={IconX} label={t('design.close')} onClick={onClose} /> : <Kbd>Esc</Kbd>}
        </div>
        <PaletteList
          ref={list}
          id={listId}
          lines={lines}
          current={current}
          onPoint={setAt}
          onChoose={choose}
          empty={looking ? '' : t('shell.paletteNothing', { text })}
        />
        <footer className={classes.footer}>
          <Kbd>↑</Kbd>
          <Kbd>↓</Kbd>
          {t('shell.paletteMove')}
          <Kbd>↵</Kbd>
          {t('shell.paletteOpen')}
        </footer>
      </Modal.Content>
    </Modal.Root>
  )
}

/** The commands that were used last, in front of the list that they are part of. */
const lately = (commands: readonly Command[]): readonly Command[] =>
  usedCommands().flatMap((used) => {
    const command = commands.find(({ id }) => id === used)
    return command === undefined
      ? []
      : [{ ...command, id: `used ${command.id}`, group: 'shell.recentCommands' as const }]
  })
