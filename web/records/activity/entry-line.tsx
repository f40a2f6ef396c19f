import { memo, useState } from 'react'
import type { TimelineEntry } from '#shared/operations/timeline.ts'
import { useCatalogue, useLocale } from '#web/data/index.ts'
import type { RecordVerb } from '#web/data/record-verbs.ts'
import type { MayWith } from '#web/data/use-may-with.ts'
import { Avatar } from '#web/design/avatar.tsx'
import { shortDateTime } from '#web/fields/short-date.ts'
import { wallTime } from '#web/fields/wall-time.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { ActivityEditor } from './activity-editor.tsx'
import { ChangedValues } from './changed-values.tsx'
import { EntryFiles } from './entry-files.tsx'
import { EntryMark } from './entry-mark.tsx'
import { EntryMenu } from './entry-menu.tsx'
import { EntrySentence } from './entry-sentence.tsx'
import { isStage, knownChanges } from './entry-words.ts'
import type { ComposerSubject } from './open-composer.ts'
import { OutcomeLine } from './outcome-line.tsx'
import { Tick } from './tick.tsx'
import classes from './timeline.module.css'
import { isDone } from './use-tick.ts'
import { WrittenText } from './written-text.tsx'

interface EntryLineProps {
  readonly entry: TimelineEntry
  readonly of: Pick<ComposerSubject, 'object' | 'id'>
  readonly may: MayWith
}

/** One thing that happened. */
export const EntryLine = memo(function EntryLine({ entry, of, may }: EntryLineProps) {
  const { t } = useMessages()
  const locale = useLocale()
  const [editing, setEditing] = useState(false)
  const object = useCatalogue().find(entry.object)
  const changes = knownChanges(entry, object)
  const { activity, task } = entry
  const name = entry.title ?? activity?.subject ?? t('activity.thisRecord')
  const said = activity?.body ?? ''
  // An answer that this device kept from before activities had files has none.
  const files = activity?.files ?? []
  const tells =
    activity !== undefined &&
    (activity.outcome !== null || said !== '' || activity.subject !== null || files.length > 0)
  const version = activity?.version ?? task?.version
  const mayDo = (verb: RecordVerb) =>
    object !== undefined &&
    version !== undefined &&
    may(object, { id: entry.recordId, version, $may: entry.$may }, verb)
  const late = task?.dueAt != null && Date.parse(task.dueAt) < Date.parse(locale.now)
  return (
    <li className={classes.entry} data-kind={entry.kind}>
      <EntryMark entry={entry} advance={changes.some(({ field }) => isStage(field))} />
      <div className={classes.body}>
        <div className={classes.line}>
          {task?.event === 'created' && (
            <Tick
              late={late}
              blocked={!mayDo('update')}
              task={{ id: entry.recordId, version: task.version, status: task.status, name }}
            />
          )}
          <EntrySentence entry={entry} changes={changes} of={of} />
          <EntryMenu
            entry={entry}
            name={name}
            onEdit={activity !== undefined && mayDo('update') ? () => setEditing(true) : undefined}
            removable={mayDo('delete')}
          />
          <time dateTime={entry.at} title={shortDateTime(entry.at, locale)}>
            {wallTime(entry.at, locale.timeZone).slice(11)}
          </time>
        </div>
        {task?.event === 'created' && (task.dueAt !== null || task.assignee !== null) && (
          <p className={classes.due} data-late={(late && !isDone(task.status)) || undefined}>
            {task.dueAt !== null && (
              <span>{t('activity.due', { when: shortDateTime(task.dueAt, locale) })}</span>
            )}
            {task.assignee?.name && (
              <span className={classes.assignee}>
                <Avatar id={task.assignee.id} name={task.assignee.name} size={16} />
                {task.assignee.name}
              </span>
            )}
          </p>
        )}
        {changes.length > 0 && entry.kind === 'change' && (
          <ChangedValues changes={changes} names={entry.names} named={changes.length > 1} />
        )}
        {editing && activity !== undefined ? (
          <ActivityEditor entry={entry} onClose={() => setEditing(false)} />
        ) : (
          tells && (
            <div className={classes.card}>
              {activity.outcome !== null && <OutcomeLine outcome={activity.outcome} />}
              {(activity.subject !== null || said !== '' || files.length > 0) && (
                <div className={classes.said}>
                  {activity.subject !== null && (
                    <p className={classes.subject} dir="auto">
                      {activity.subject}
                    </p>
                  )}
                  {said !== '' && <WrittenText text={said} />}
                  <EntryFiles ids={files} />
                </div>
              )}
            </div>
          )
        )}
      </div>
    </li>
  )
})
