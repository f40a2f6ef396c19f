import { useRef, useState } from 'react'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { uuidv7 } from '#shared/uuid.ts'
import { ApiError, type RecordData, useCreateRecord, useUpdateField } from '#web/data/index.ts'
import { useAlive } from '#web/data/use-alive.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { formFields } from '../record/sections.ts'
import { formDraft } from './form-draft.ts'
import { formStore } from './form-store.ts'
import { initialValues } from './initial-values.ts'
import { useDoubles } from './use-doubles.ts'
import { useKeptDraft } from './use-kept-draft.ts'

type Values = Readonly<Record<string, unknown>>
type Refused = Readonly<Record<string, string>>

const without = (wire: string, { [wire]: _gone, ...rest }: Refused): Refused => rest

/** A new record while it is being filled in. Nothing typed is lost when the server refuses it. */
export function useRecordForm(
  object: CatalogueObject,
  prefilled: Values,
  onCreated: (made: RecordData) => void,
) {
  const { t, label } = useMessages()
  const [draft] = useState(() => formDraft(object.name, prefilled))
  const [store] = useState(() => formStore(draft.read() ?? initialValues(object, prefilled)))
  const [problem, setProblem] = useState<string | null>(null)
  const doubles = useDoubles(object, () => store.get().values)
  // The same record is sent again under the same key: a lost answer makes no second one.
  const key = useRef(uuidv7())
  const create = useCreateRecord(object.name)
  const sending = useRef(false)
  const inLine = useRef<Values>(undefined)
  const alive = useAlive()
  // The form is gone by then: what is refused is in the list of what was not saved.
  const update = useUpdateField({ onProblem: () => {}, onConflict: () => {} })
  const discard = useKeptDraft(store, draft, inLine)

  const setRefused = (next: (old: Refused) => Refused) =>
    store.set((old) => ({ ...old, refused: next(old.refused) }))
  const refuse = (wire: string, reason: string | null) => {
    if (store.get().refused[wire] === (reason ?? undefined)) return
    setRefused((old) => (reason === null ? without(wire, old) : { ...old, [wire]: reason }))
  }
  const change = (field: Field, value: unknown) => {
    const { wire } = field
    if ((value ?? null) !== (store.get().values[wire] ?? null)) doubles.changed(field)
    store.set(({ values, refused }) => ({
      values: { ...values, [wire]: value },
      refused: wire in refused ? without(wire, refused) : refused,
    }))
    key.current = uuidv7()
  }
  /** What was typed while the answer was on its way belongs to the record, too. */
  const addLater = (made: RecordData, sent: Values) => {
    const later = Object.entries(store.get().values).filter(([wire, value]) => value !== sent[wire])
    if (later.length === 0) return
    update.mutate({ object: object.name, record: made, values: Object.fromEntries(later) })
  }
  const fields = formFields(object)
  const send = (values: Values) => {
    inLine.current = values
    // Who left the form while others like it were looked for meant to save: from here on the line keeps it.
    if (!alive()) discard()
    const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
    create.mutate(
      { values: filled, key: key.current },
      {
        onSuccess: (made) => {
          discard()
          addLater(made, values)
          onCreated(made)
        },
        onError: (error) => {
          if (!(error instanceof ApiError)) return setProblem(String(error))
          key.current = uuidv7()
          const atFields = object.fields.flatMap((field) => {
            const message = error.messageFor(field.wire)
            return message === undefined ? [] : [[field.wire, message] as const]
          })
          setRefused(() => Object.fromEntries(atFields))
          if (atFields.length === 0) setProblem(error.detail)
        },
        onSettled: () => {
          sending.current = false
          inLine.current = undefined
        },
      },
    )
  }
  const submit = async (anyway = false) => {
    if (sending.current) return
    const { values, refused } = store.get()
    const blank = fields.required.filter(
      (field) => field.required === true && (values[field.wire] ?? null) === null,
    )
    if (blank.length > 0) {
      setRefused((old) => ({
        ...old,
        ...Object.fromEntries(
          blank.map((field) => [field.wire, t('records.mustBeFilled', { field: label(field.label) })]),
        ),
      }))
      return
    }
    if (Object.keys(refused).length > 0) return
    setProblem(null)
    if (!anyway && doubles.found.length > 0) return doubles.showAgain()
    sending.current = true
    if (anyway || (await doubles.isFree())) send(store.get().values)
    else sending.current = false
  }
  return {
    store,
    problem,
    doubles: doubles.found,
    change,
    refuse,
    submit: () => void submit(),
    /** Makes it though others like it are there. */
    submitAnyway: () => void submit(true),
    /** The form is closed, and what is not saved yet is not to be. */
    callOff: doubles.callOff,
    discard,
    saving: doubles.looking || create.isPending,
    fields,
  }
}

export type RecordForm = ReturnType<typeof useRecordForm>
