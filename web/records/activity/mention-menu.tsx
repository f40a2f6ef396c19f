import { type RecordData, useCatalogue } from '#web/data/index.ts'
import { Avatar } from '#web/design/avatar.tsx'
import { secondLineOf, titleOf } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './writing-box.module.css'

interface MentionMenuProps {
  readonly id: string
  readonly people: readonly RecordData[]
  readonly active: number
  /** Pixels from the upper left corner of the box. */
  readonly place: { readonly left: number; readonly top: number }
  readonly onChoose: (person: RecordData) => void
}

/** The members whose names begin as what stands behind the `@`. */
export function MentionMenu({ id, people, active, place, onChoose }: MentionMenuProps) {
  const { t } = useMessages()
  const target = useCatalogue().find('user')
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t('activity.mentionWhom')}
      className={classes.menu}
      style={{ left: place.left, top: place.top }}
    >
      {people.map((person, index) => {
        const name = titleOf(undefined, person)
        return (
          // biome-ignore lint/a11y/useFocusableInteractive: the text box keeps the focus and names the active choice
          // biome-ignore lint/a11y/useKeyWithClickEvents: the text box takes the keys
          <div
            key={person.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className={classes.person}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(person)}
          >
            <Avatar id={person.id} name={name} />
            <span className={classes.name}>{name}</span>
            <span className={classes.second}>{secondLineOf(target, person)}</span>
          </div>
        )
      })}
    </div>
  )
}
