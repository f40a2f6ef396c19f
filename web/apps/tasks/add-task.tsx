import { IconPlus } from '@tabler/icons-react'
import { type KeyboardEvent, type RefObject, useId, useState } from 'react'
import { uuidv7 } from '#shared/uuid.ts'
import { ApiError, offerUndo, useCreateRecord, useDeleteRecords, useSession } from '#web/data/index.ts'
import { Avatar } from '#web/design/avatar.tsx'
import { Button } from '#web/design/button.tsx'
import { showToast } from '#web/design/toast-store.ts'
import { usePhone } from '#web/design/use-phone.ts'
import { composing } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './add-task.module.css'
import { ReadChips } from './read-chips.tsx'
import { useWrittenTask } from './use-written-task.ts'

/** A task in one line: 周五下午3点 给张总回电话 @林知夏 !高. What was understood stands beneath as chips. */
export function AddTask({ box }: { box: RefObject<HTMLInputElement | null> }) {
  const { t } = useMessages()
  const phone = usePhone()
  const { user } = useSession()
  const id = useId()
  const written = useWrittenTask()
  const create = useCreateRecord('task')
  const remove = useDeleteRecords('task')
  const [active, setActive] = useState(0)
  const { line, task, offered } = written
  const person = offered[active] ?? offered[0]

  const save = async () => {
    const typed = line
    const settled = written.settled()
    written.clear()
    const task = await settled
    if (task.subject === '') {
      written.type(typed)
      return
    }
    const own = uuidv7()
    try {
      await create.mutateAsync({
        values: {
          id: own,
          subject: task.subject,
          status: 'open',
          assigneeId: task.assignee?.value.id ?? user.id,
          ...(task.due !== undefined && { dueAt: task.due.value, remindAt: task.due.value }),
          ...(task.priority !== undefined && { priority: task.priority.value }),
        },
      })
      offerUndo({
        message: t('tasks.added', { name: task.subject }),
        undo: async () => {
          await remove.mutateAsync([own])
          return { undone: 1, skipped: 0 }
        },
      })
    } catch (error) {
      written.type(typed)
      showToast(error instanceof ApiError ? (error.errors[0]?.message ?? error.detail) : String(error), {
        tone: 'problem',
      })
    }
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (composing(event)) return
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (person !== undefined && by !== undefined) {
      event.preventDefault()
      setActive((active + by + offered.length) % offered.length)
    } else if (person !== undefined && (event.key === 'Enter' || event.key === 'Tab')) {
      event.preventDefault()
      written.choose(person)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      void save()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      if (line === '') event.currentTarget.blur()
      else written.clear()
    }
  }
  return (
    <div className={classes.add}>
      <div className={classes.line}>
        <IconPlus aria-hidden />
        <input
          ref={box}
          className={classes.input}
          aria-label={t('tasks.add')}
          placeholder={phone ? t('tasks.addHintShort') : t('tasks.addHint', { mark: '!' })}
          maxLength={500}
          value={line}
          autoComplete="off"
          enterKeyHint="done"
          role="combobox"
          aria-expanded={offered.length > 0}
          aria-controls={`${id}-people`}
          aria-autocomplete="list"
          aria-activedescendant={person === undefined ? undefined : `${id}-${person.id}`}
          onChange={(event) => {
            setActive(0)
            written.type(event.currentTarget.value)
          }}
          onKeyDown={onKeyDown}
        />
        {line !== '' && (
          <Button
            size="sm"
            variant="primary"
            keyHint="↵"
            disabledReason={task.subject === '' ? t('tasks.noSubject') : undefined}
            onClick={() => void save()}
          >
            {t('tasks.addIt')}
          </Button>
        )}
      </div>
      <div
        id={`${id}-people`}
        role="listbox"
        aria-label={t('activity.mentionWhom')}
        className={classes.people}
      >
        {offered.map((one) => (
          <div
            key={one.id}
            id={`${id}-${one.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={one === person}
            className={classes.person}
            onPointerDown={(event) => {
              event.preventDefault()
              written.choose(one)
            }}
          >
            <Avatar id={one.id} name={one.name} />
            <span>{one.name}</span>
          </div>
        ))}
      </div>
      {line !== '' && <ReadChips task={task} onLeave={written.leave} />}
    </div>
  )
}
