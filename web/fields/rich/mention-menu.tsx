import { Portal } from '@mantine/core'
import { useEffect, useId, useRef, useState, useSyncExternalStore } from 'react'
import type { RecordData } from '#web/data/index.ts'
import { useHeldEnter } from '#web/design/use-held-enter.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { Person } from '../person.tsx'
import { secondLineOf, titleOf, useFound } from '../use-found.ts'
import type { MentionMenuState, MentionMenuStore } from './mention-store.ts'
import classes from './rich.module.css'

const most = 6

/** The members whose names begin as what stands behind the `@`: arrows move, Enter and Tab take. */
export function MentionMenu({ store }: { store: MentionMenuStore }) {
  const state = useSyncExternalStore(store.subscribe, store.get)
  return state === null ? null : <OpenMenu store={store} state={state} />
}

function OpenMenu({ store, state }: { store: MentionMenuStore; state: MentionMenuState }) {
  const { t } = useMessages()
  const id = useId()
  const { records, unsure, target } = useFound('user', state.query)
  const people = records.slice(0, most)
  const [active, setActive] = useState(0)
  const at = Math.min(active, people.length - 1)
  const take = (person: RecordData | undefined) => {
    if (person === undefined) return false
    state.take({ id: person.id, label: titleOf(target, person) })
    return true
  }
  const step = (by: number) => {
    if (people.length > 0) setActive((at + by + people.length) % people.length)
    return people.length > 0
  }
  const enter = useHeldEnter(state.query, unsure, () => take(people[at]))
  const takeNow = () => enter.hold() || take(people[at])
  const keys: Readonly<Record<string, () => boolean>> = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Enter: takeNow,
    Tab: takeNow,
  }
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    store.takeKeys((key) => latest.current[key]?.() ?? false)
    return () => store.takeKeys(() => false)
  }, [store])
  if (people.length === 0) return null
  return (
    <Portal>
      <div
        id={id}
        role="listbox"
        aria-label={t('fields.mentionWhom')}
        className={classes.menu}
        style={{ left: Math.min(state.place.left, window.innerWidth - 248), top: state.place.bottom + 4 }}
      >
        {people.map((person, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the text keeps the focus
          // biome-ignore lint/a11y/useKeyWithClickEvents: the text takes the keys
          <div
            key={person.id}
            role="option"
            aria-selected={index === at}
            className={classes.choice}
            onPointerDown={(event) => event.preventDefault()}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(person)}
          >
            <Person id={person.id} name={titleOf(target, person)} />
            <small>{secondLineOf(target, person)}</small>
          </div>
        ))}
      </div>
    </Portal>
  )
}
