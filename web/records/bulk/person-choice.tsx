import { useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import type { Field } from '#shared/metadata/catalogue.ts'
import { getRecord, keys, type RecordData } from '#web/data/index.ts'
import { fieldViews } from '#web/fields/index.ts'

interface PersonChoiceProps {
  readonly object: string
  /** A field of type `user`. */
  readonly field: Field
  readonly label: string
  readonly onChoose: (person: RecordData) => void
  /** Before the person is read, or where nobody was chosen. */
  readonly onClose: () => void
}

const nobody: RecordData = { id: '', version: 0 }

/** Asks for one person, for any number of records. */
export function PersonChoice({ object, field, label, onChoose, onClose }: PersonChoiceProps) {
  const client = useQueryClient()
  const id = useId()
  const { Editor } = fieldViews[field.type]
  const choose = async (value: unknown) => {
    onClose()
    if (typeof value !== 'string') return
    const person = await client.fetchQuery({
      queryKey: keys.recordWith('user', value, []),
      queryFn: () => getRecord('user', value),
      staleTime: 60_000,
    })
    onChoose(person)
  }
  return (
    <Editor
      id={id}
      object={object}
      field={field}
      record={nobody}
      value={null}
      label={label}
      autoFocus
      onChange={() => {}}
      onCommit={(value) => void choose(value)}
      onCancel={onClose}
    />
  )
}
