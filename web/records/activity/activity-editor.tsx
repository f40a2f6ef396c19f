import { useState } from 'react'
import type { TimelineEntry } from '#shared/operations/timeline.ts'
import { useCatalogue, useTimelineChanges, useUpdateField } from '#web/data/index.ts'
import { Button } from '#web/design/button.tsx'
import { withMod } from '#web/design/use-keys.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './activity-editor.module.css'
import { AttachedFiles } from './attached-files.tsx'
import { Chip, ChipRow } from './chip.tsx'
import { EntryFiles } from './entry-files.tsx'
import { outcomeFits } from './kind-icons.ts'
import { WhenButton } from './when-button.tsx'
import { WritingBox } from './writing-box.tsx'
import { draftOf, writtenOf } from './written.ts'

interface ActivityEditorProps {
  readonly entry: TimelineEntry
  readonly onClose: () => void
}

/** An activity written anew in its place in the timeline. */
export function ActivityEditor({ entry, onClose }: ActivityEditorProps) {
  const { t, label } = useMessages()
  const { activity } = entry
  const timelines = useTimelineChanges()
  const outcomes = useCatalogue().find('activity')?.fieldByName.get('outcome')?.options ?? []
  const [draft, setDraft] = useState(() => draftOf(activity?.body ?? ''))
  const held = activity?.files ?? []
  const [files, setFiles] = useState(held)
  const [outcome, setOutcome] = useState(activity?.outcome ?? null)
  const [at, setAt] = useState<string | null>(entry.at)
  const [reason, setReason] = useState<string | null>(null)
  const update = useUpdateField({
    holds: true,
    onProblem: (error) => {
      timelines.refresh()
      setReason(error.errors[0]?.message ?? error.detail)
    },
    onConflict: ({ theirs }) => {
      timelines.refresh()
      setReason(t('records.conflict'))
      // What was written here waits in the list of what was not saved, with what the other one wrote.
      update.letGo(theirs.id)
      if (typeof theirs.body === 'string') setDraft(draftOf(theirs.body))
    },
    onSaved: () => {
      timelines.refresh()
      onClose()
    },
  })
  if (activity === undefined) return null
  const save = () => {
    const body = writtenOf(draft)
    const values = {
      body: body === '' ? null : body,
      outcome,
      occurredAt: at ?? new Date().toISOString(),
      ...(files.length !== held.length && { fileIds: files }),
    }
    const record = {
      id: entry.recordId,
      version: activity.version,
      body: activity.body,
      outcome: activity.outcome,
      fileIds: held,
      occurredAt: entry.at,
    }
    setReason(null)
    update.decided(entry.recordId)
    update.mutate({ object: 'activity', record, values })
  }
  const cancel = () => {
    update.decided(entry.recordId)
    onClose()
  }
  const fitting = outcomes.filter(({ value }) => outcomeFits(value, activity.kind ?? ''))
  return (
    <div className={classes.editor}>
      <WritingBox
        text={draft.text}
        mentions={draft.mentions}
        onChange={(text, mentions) => setDraft({ ...draft, text, mentions })}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.preventDefault()
            event.stopPropagation()
            cancel()
          } else if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
            event.preventDefault()
            save()
          }
        }}
        label={t('activity.what')}
        placeholder={t('activity.what')}
        rows={3}
        autoFocus
      />
      <div className={classes.more}>
        <AttachedFiles
          files={draft.inText}
          onRemove={(id) => setDraft({ ...draft, inText: draft.inText.filter((file) => file.id !== id) })}
        />
        <EntryFiles ids={files} onRemove={(id) => setFiles(files.filter((file) => file !== id))} />
        {fitting.length > 0 && (
          <ChipRow label={t('activity.outcome')}>
            {fitting.map(({ value, label: name }) => (
              <Chip
                key={value}
                pressed={outcome === value}
                onClick={() => setOutcome(outcome === value ? null : value)}
              >
                {label(name)}
              </Chip>
            ))}
          </ChipRow>
        )}
        {reason !== null && (
          <p className={classes.reason} role="alert">
            {reason}
          </p>
        )}
      </div>
      <div className={classes.foot}>
        <WhenButton at={at} onChange={setAt} />
        <span className={classes.end}>
          <Button variant="subtle" onClick={cancel}>
            {t('design.cancel')}
          </Button>
          <Button variant="primary" keyHint={withMod('↵')} busy={update.isPending} onClick={save}>
            {t('activity.save')}
          </Button>
        </span>
      </div>
    </div>
  )
}
