import type { TimelineEntry } from '#shared/operations/timeline.ts'
import { useCatalogue } from '#web/data/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { doerOf, type KnownChange, minutesOf, sentenceOf } from './entry-words.ts'
import type { ComposerSubject } from './open-composer.ts'
import { RecordMention } from './record-mention.tsx'
import classes from './timeline.module.css'
import { useDuration } from './use-duration.ts'
import { useSentence } from './use-sentence.tsx'

interface EntrySentenceProps {
  readonly entry: TimelineEntry
  readonly changes: readonly KnownChange[]
  /** The record whose timeline is shown. */
  readonly of: Pick<ComposerSubject, 'object' | 'id'>
}

const mostPeople = 3

/** Who did what to which record. */
export function EntrySentence({ entry, changes, of }: EntrySentenceProps) {
  const { t, label } = useMessages()
  const sentence = useSentence()
  const duration = useDuration()
  const catalogue = useCatalogue()
  const { activity } = entry
  const actor = doerOf(entry)
  const own = entry.recordId === of.id
  const people = (activity?.participants ?? []).filter(({ id }) => id !== actor?.id).slice(0, mostPeople)
  const kind = catalogue
    .find('activity')
    ?.fieldByName.get('kind')
    ?.options?.find(({ value }) => value === activity?.kind)
  const minutes = minutesOf(entry.at, activity?.endsAt)
  const linked = entry.link ?? { object: entry.object, id: entry.recordId, title: entry.title }
  const elsewhere = (entry.about ?? []).filter(
    ({ id }) => id !== of.id && !people.some((person) => person.id === id),
  )
  return (
    <span className={classes.sentence}>
      {sentence(sentenceOf(entry, changes, own, people.length > 0), {
        actor: <strong>{actor?.name ?? t('activity.someone')}</strong>,
        people: people.map((person, index) => (
          <span key={person.id}>
            {index > 0 && t('records.listSeparator')}
            <RecordMention {...person} />
          </span>
        )),
        record: own && entry.link === undefined ? t('activity.thisRecord') : <RecordMention {...linked} />,
        field: changes[0] === undefined ? '' : <b>{label(changes[0].field.label)}</b>,
        kind: <b>{label(kind?.label)}</b>,
        count: changes.length,
      })}
      {minutes !== undefined && <span className={classes.duration}>{duration(minutes)}</span>}
      {elsewhere.length > 0 && entry.kind === 'activity' && (
        <span className={classes.elsewhere}>
          {elsewhere.slice(0, 2).map((record) => (
            <RecordMention key={record.id} {...record} />
          ))}
        </span>
      )}
    </span>
  )
}
