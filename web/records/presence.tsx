import { Tooltip } from '@mantine/core'
import { usePresence } from '#web/data/presence.ts'
import { Avatar } from '#web/design/avatar.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './presence.module.css'

const most = 4

/** Who else looks at this record, or at this list; nothing where nobody does. */
export function Presence({ object, id }: { object: string; id?: string }) {
  const { t, language } = useMessages()
  const { people } = usePresence(object, id)
  const names = new Intl.ListFormat(language, { type: 'conjunction' }).format(people.map(({ name }) => name))
  const sentence = people.length === 0 ? '' : t('presence.looking', { names })

  return (
    <span className={classes.place}>
      <span role="status" className={classes.spoken}>
        {sentence}
      </span>
      {people.length > 0 && (
        <Tooltip label={sentence}>
          <span className={classes.people} aria-hidden>
            <span className={classes.dot} />
            <span className={classes.word}>{t(id === undefined ? 'presence.online' : 'presence.here')}</span>
            <span className={classes.avatars}>
              {people.slice(0, most).map((person) => (
                <Avatar key={person.id} id={person.id} name={person.name} size={22} />
              ))}
              {people.length > most && <span className={classes.more}>{`+${people.length - most}`}</span>}
            </span>
          </span>
        </Tooltip>
      )}
    </span>
  )
}
