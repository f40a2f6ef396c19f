import { Tooltip } from '@mantine/core'
import { Avatar } from '#web/design/avatar.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './presence.module.css'

const most = 4

interface PeopleHereProps {
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly word: 'online' | 'here'
}

/** The pictures of who else looks at something, with their names in words. */
export function PeopleHere({ people, word }: PeopleHereProps) {
  const { t, language } = useMessages()
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
            <span className={classes.word}>{t(`presence.${word}`)}</span>
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
