import { type FormEvent, lazy, Suspense, useId, useState } from 'react'
import { dayLength } from '#shared/fields/calendar.ts'
import { uuidv7 } from '#shared/uuid.ts'
import {
  ApiError,
  offerUndo,
  useCreateRecord,
  useDeleteRecords,
  useLocale,
  useSession,
  useSettings,
} from '#web/data/index.ts'
import { Button } from '#web/design/button.tsx'
import { FormProblem } from '#web/design/form-problem.tsx'
import { preparePicker } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { Place } from './calendar-acts.ts'
import classes from './create-card.module.css'
import { type CalendarSource, type Slot, wireOf } from './entry.ts'
import { FloatingCard } from './floating-card.tsx'
import { clockOf, longDay } from './words.ts'

const CreateDialog = lazy(async () => {
  const [{ CreateDialog: Loaded }] = await Promise.all([import('../form/create-dialog.tsx'), preparePicker()])
  return { default: Loaded }
})

/** What can be made by a name and a time: an object, and what else its records say from the start. */
export interface Creatable {
  readonly key: string
  readonly label: string
  readonly source: CalendarSource
  readonly values: Readonly<Record<string, unknown>>
}

interface CreateCardProps {
  readonly kinds: readonly Creatable[]
  readonly slot: Slot
  readonly place: Place
  readonly onClose: () => void
}

const oneHour = 3_600_000

/** A new entry in place: its name, and its kind where there are several; the rest in the form. */
export function CreateCard({ kinds, slot, place, onClose }: CreateCardProps) {
  const { t, language } = useMessages()
  const { timeZone } = useLocale()
  const { user } = useSession()
  const { calendar } = useSettings()
  const id = useId()
  const [key, setKey] = useState(kinds[0]?.key ?? '')
  const [title, setTitle] = useState('')
  const [whole, setWhole] = useState(false)
  const [problem, setProblem] = useState<string>()
  const kind = kinds.find((one) => one.key === key) ?? kinds[0]
  const create = useCreateRecord(kind?.source.object.name ?? '')
  const remove = useDeleteRecords(kind?.source.object.name ?? '')
  if (kind === undefined) return null
  const { object, start, end } = kind.source

  // Days were drawn for something that has a time: it begins when work does.
  const opens = (Number(calendar.opens.slice(0, 2)) * 60 + Number(calendar.opens.slice(3, 5))) * 60_000
  const timed = slot.allDay && start.type === 'dateTime'
  const several = slot.to - slot.from > dayLength
  const from = timed ? slot.from + opens : slot.from
  const to = !timed ? slot.to : several ? slot.to - dayLength + opens + oneHour : from + oneHour
  const name = title.trim()
  const values = {
    [start.wire]: wireOf(from, start, timeZone),
    ...(end !== undefined && {
      [end.wire]: wireOf(end.type === 'date' ? to - dayLength : to, end, timeZone),
    }),
    ...(name !== '' && { [object.titleField.wire]: name }),
    ...(object.fieldByName.has('assignee') && { assigneeId: user.id }),
    ...kind.values,
  }
  const needed = object.fields.some(
    (field) =>
      field.required &&
      field.default === undefined &&
      field.writable &&
      !(field.wire in values) &&
      field !== object.titleField,
  )
  if (whole || needed) {
    return (
      <Suspense>
        <CreateDialog object={object} prefilled={values} onClose={onClose} />
      </Suspense>
    )
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (name === '' || create.isPending) return
    const own = uuidv7()
    try {
      await create.mutateAsync({ values: { id: own, ...values } })
      onClose()
      offerUndo({
        message: t('calendar.created', { name }),
        undo: async () => {
          await remove.mutateAsync([own])
          return { undone: 1, skipped: 0 }
        },
      })
    } catch (error) {
      setProblem(error instanceof ApiError ? (error.errors[0]?.message ?? error.detail) : String(error))
    }
  }
  const day = (at: number) => longDay(Math.floor(at / dayLength), language)
  const when =
    start.type === 'date'
      ? several
        ? `${day(slot.from)}–${day(slot.to - 1)}`
        : day(slot.from)
      : several
        ? `${day(from)} ${clockOf(from)}–${day(to)} ${clockOf(to)}`
        : `${day(from)} ${clockOf(from)}${end === undefined ? '' : `–${clockOf(to)}`}`
  return (
    <FloatingCard title={t('calendar.create')} place={place} onClose={onClose}>
      <form className={classes.form} onSubmit={(event) => void save(event)}>
        <p className={classes.when}>{when}</p>
        <FormProblem>{problem}</FormProblem>
        <input
          id={id}
          className={classes.title}
          aria-label={t('calendar.subject')}
          placeholder={t('calendar.subject')}
          maxLength={500}
          value={title}
          data-autofocus
          autoComplete="off"
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        {kinds.length > 1 && (
          <div className={classes.kinds} role="radiogroup" aria-label={t('calendar.kind')}>
            {kinds.map((one) => (
              <label key={one.key} className={classes.kind}>
                <input
                  type="radio"
                  name={`${id}-kind`}
                  checked={one === kind}
                  onChange={() => setKey(one.key)}
                />
                <span>{one.label}</span>
              </label>
            ))}
          </div>
        )}
        <div className={classes.acts}>
          <Button variant="subtle" onClick={() => setWhole(true)}>
            {t('calendar.moreFields')}
          </Button>
          <Button variant="primary" type="submit" busy={create.isPending} keyHint="↵">
            {t('records.save')}
          </Button>
        </div>
      </form>
    </FloatingCard>
  )
}
