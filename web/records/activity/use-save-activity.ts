import type { TimelineEntry } from '#shared/operations/timeline.ts'
import { uuidv7 } from '#shared/uuid.ts'
import {
  ApiError,
  offerUndo,
  useCatalogue,
  useCreateRecord,
  useDeleteRecords,
  useSession,
  useTimelineChanges,
} from '#web/data/index.ts'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { ComposerDraft } from './composer-draft.ts'
import type { ComposerSubject } from './open-composer.ts'
import { writtenOf } from './written.ts'

/** What is to be saved: a draft whose kind is known, and the subject of its task. */
interface Saving {
  readonly about: ComposerSubject
  readonly draft: ComposerDraft
  readonly kind: string
  readonly taskSubject: string
  /** Names of those who take part, by id. */
  readonly names: ReadonlyMap<string, string>
}

/**
 * Saves what was written, and its next step as a task. It stands in the timeline at once; undo takes back both.
 * @param onRefused the server took nothing: what was written goes back into the box
 */
export function useSaveActivity(onRefused: (saving: Saving, reason: string) => void) {
  const { t } = useMessages()
  const { user } = useSession()
  const catalogue = useCatalogue()
  const task = catalogue.find('task')
  const keepsFiles = catalogue.find('activity')?.fieldByName.has('files') === true
  const createActivity = useCreateRecord('activity')
  const createTask = useCreateRecord('task')
  const removeActivity = useDeleteRecords('activity')
  const removeTask = useDeleteRecords('task')
  const timelines = useTimelineChanges()

  return (saving: Saving) => {
    const { about, draft, kind } = saving
    const id = uuidv7()
    const at = draft.at ?? new Date().toISOString()
    const here = { object: about.object, id: about.id }
    const subject = draft.subject.trim()
    // Where the field was taken away, files stand in the text.
    const body = writtenOf(keepsFiles ? draft : { ...draft, inText: draft.files })
    const files = keepsFiles ? draft.files.map((file) => file.id) : []
    const values = {
      id,
      kind,
      regarding: [here],
      occurredAt: at,
      ...(subject !== '' && { subject }),
      ...(body !== '' && { body }),
      ...(draft.endsAt !== null && { endsAt: draft.endsAt }),
      ...(draft.outcome !== null && { outcome: draft.outcome }),
      ...(draft.participants.length > 0 && { participants: draft.participants }),
      ...(files.length > 0 && { fileIds: files }),
    }
    const entry: TimelineEntry = {
      id: `activity:${id}`,
      at,
      kind: 'activity',
      object: 'activity',
      recordId: id,
      title: subject === '' ? null : subject,
      actor: { id: user.id, name: user.name, kind: 'user' },
      about: [{ ...here, title: about.title }],
      // Where that depends on the record, it is one's own.
      $may: { update: true, delete: true },
      activity: {
        kind,
        outcome: draft.outcome,
        subject: subject === '' ? null : subject,
        body: body === '' ? null : body,
        endsAt: draft.endsAt,
        participants: draft.participants.map((one) => ({ ...one, title: saving.names.get(one.id) ?? null })),
        files,
        version: 1,
      },
    }
    timelines.add(about.object, about.id, entry)

    const due = draft.next?.at
    const taskId = uuidv7()
    const taskValues = due !== null &&
      due !== undefined && {
        id: taskId,
        subject: saving.taskSubject,
        status: 'open',
        dueAt: due,
        ...(task?.fieldByName.has('remindAt') && { remindAt: due }),
        assigneeId: user.id,
        regarding: here,
      }
    const written = createActivity.mutateAsync({ values, key: id }).then(
      () => true,
      (error: unknown) => {
        timelines.patch((one) => (one.recordId === id ? undefined : one))
        onRefused(saving, reasonOf(error))
        return false
      },
    )
    const planned = written.then(async (done) => {
      if (!done || taskValues === false) return false
      try {
        await createTask.mutateAsync({ values: taskValues, key: taskId })
        return true
      } catch (error) {
        showToast(t('activity.taskRefused', { reason: reasonOf(error) }), { tone: 'problem' })
        return false
      }
    })
    const refresh = () => {
      timelines.refresh()
      timelines.refreshRecord(about.object, about.id)
    }
    void planned.then(refresh)
    offerUndo({
      message: t(taskValues === false ? 'activity.saved' : 'activity.savedWithTask'),
      undo: async () => {
        timelines.patch((one) => (one.recordId === id || one.recordId === taskId ? undefined : one))
        let undone = 0
        if (await written) {
          await removeActivity.mutateAsync([id])
          undone++
        }
        if (await planned) {
          await removeTask.mutateAsync([taskId])
          undone++
        }
        refresh()
        return { undone, skipped: 0 }
      },
    })
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof ApiError ? (error.errors[0]?.message ?? error.detail) : String(error)
