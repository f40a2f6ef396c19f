import { IconChevronDown, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useCatalogue, useLocale } from '#web/data/index.ts'
import { wallTime } from '#web/fields/wall-time.ts'
import { useMessages } from '#web/messages/use-messages.ts'
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
  const { t } = useMessages()
  const sentence = useSentence()
  const { timeZone } = useLocale()
  const [newest] = run.entries
  const object = useCatalogue().find(newest?.object ?? '')
  const [open, setOpen] = useState(false)
  if (newest === undefined) return null
  const own = newest.recordId === of.id
  const changes = run.entries.flatMap((entry) => knownChanges(entry, object))
  return (
    <li className={classes.entry} data-kind="change">
      <span className={classes.mark} data-tone="grey" aria-hidden>
        <IconPencil />
      </span>
      <div className={classes.body}>
        <div className={classes.line}>
          <span className={classes.sentence}>
            {sentence(own ? 'activity.didChangeManyThis' : 'activity.didChangeMany', {
              actor: <strong>{newest.actor?.name ?? t('activity.someone')}</strong>,
              record: <RecordMention object={newest.object} id={newest.recordId} title={newest.title} />,
              count: changes.length,
            })}
          </span>
          <button
            type="button"
            className={classes.unfold}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {t(open ? 'activity.fold' : 'activity.unfold', { count: changes.length })}
            <IconChevronDown aria-hidden />
          </button>
          <time dateTime={newest.at}>{wallTime(newest.at, timeZone).slice(11)}</time>
        </div>
        {open &&
          run.entries.map((entry) => (
            <ChangedValues key={entry.id} changes={knownChanges(entry, object)} names={entry.names} named />
          ))}
      </div>
    </li>
  )
}
