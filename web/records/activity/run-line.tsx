import { IconChevronDown, IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useCatalogue, useLocale } from '#web/data/index.ts'
import { wallTime } from '#web/fields/wall-time.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { inSentence } from '../in-sentence.ts'
import { ChangedValues } from './changed-values.tsx'
import type { Run } from './day-groups.ts'
import { knownChanges } from './entry-words.ts'
import type { ComposerSubject } from './open-composer.ts'
import { RecordMention } from './record-mention.tsx'
import classes from './timeline.module.css'
import { useSentence } from './use-sentence.tsx'

interface RunLineProps {
  readonly run: Run
  readonly of: Pick<ComposerSubject, 'object' | 'id'>
}

/** Several small changes in a row as one line; unfolded it tells each. */
export function RunLine({ run, of }: RunLineProps) {
  const { t, label, language } = useMessages()
  const sentence = useSentence()
  const { timeZone } = useLocale()
  const [newest] = run.entries
  const object = useCatalogue().find(newest?.object ?? '')
  const [open, setOpen] = useState(false)
  if (newest === undefined) return null
  const own = newest.recordId === of.id
  const made = newest.kind === 'created'
  const changes = run.entries.flatMap((entry) => knownChanges(entry, object))
  const count = made ? run.entries.length : changes.length
  const Shape = made ? IconPlus : IconPencil
  return (
    <li className={classes.entry} data-kind="change">
      <span className={classes.mark} data-tone="grey" aria-hidden>
        <Shape />
      </span>
      <div className={classes.body}>
        <div className={classes.line}>
          <span className={classes.sentence}>
            {sentence(
              made ? 'activity.didCreateMany' : own ? 'activity.didChangeManyThis' : 'activity.didChangeMany',
              {
                actor: <strong>{newest.actor?.name ?? t('activity.someone')}</strong>,
                record: <RecordMention object={newest.object} id={newest.recordId} title={newest.title} />,
                kind: (
                  <b>{inSentence(label((count > 1 && object?.pluralLabel) || object?.label), language)}</b>
                ),
                count,
              },
            )}
          </span>
          <button
            type="button"
            className={classes.unfold}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {t(open ? 'activity.fold' : 'activity.unfold', { count })}
            <IconChevronDown aria-hidden />
          </button>
          <time dateTime={newest.at}>{wallTime(newest.at, timeZone).slice(11)}</time>
        </div>
        {open &&
          !made &&
          run.entries.map((entry) => (
            <ChangedValues key={entry.id} changes={knownChanges(entry, object)} names={entry.names} named />
          ))}
        {open && made && (
          <p className={classes.made}>
            {run.entries.map((entry) => (
              <RecordMention key={entry.id} object={entry.object} id={entry.recordId} title={entry.title} />
            ))}
          </p>
        )}
      </div>
    </li>
  )
}
