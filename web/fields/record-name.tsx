import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { createContext, useContext } from 'react'
import { keys, type RecordData, useCatalogue } from '#web/data/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './fields.module.css'
import { loadRecord } from './load-record.ts'
import { titleOf } from './use-found.ts'

interface RecordNameProps {
  readonly object: string
  readonly id: string
  /** The record itself where it came along (`include`); otherwise it is asked for. */
  readonly known?: unknown
}

export const asRecord = (value: unknown): RecordData | undefined =>
  typeof value === 'object' && value !== null && 'id' in value ? (value as RecordData) : undefined

/** What a related record is called. */
export function useRecordName({ object, id, known }: RecordNameProps): string {
  const { t } = useMessages()
  const target = useCatalogue().find(object)
  const included = asRecord(known)
  const asked = useQuery({
    queryKey: keys.recordWith(object, id, []),
    queryFn: () => loadRecord(object, id),
    enabled: included?.id !== id && id !== '' && target !== undefined,
    staleTime: 60_000,
  })
  const record = included?.id === id ? included : asked.data
  if (record !== undefined) return titleOf(target, record)
  return asked.isError ? t('fields.removedRecord') : ''
}

/** Whether names of records lead to their pages: not inside what is one link as a whole. */
export const NamesLead = createContext(true)

/** The name of a record as a link to its page. */
export function RecordName(props: RecordNameProps) {
  const name = useRecordName(props)
  const leads = useContext(NamesLead)
  // Until its name is known there is nothing to lead anywhere by.
  if (!leads || name === '') return <span className={classes.recordLink}>{name}</span>
  return (
    <Link
      to="/o/$object/$id"
      params={{ object: props.object, id: props.id }}
      className={classes.recordLink ?? ''}
      title={name}
      onClick={(event) => event.stopPropagation()}
    >
      {name}
    </Link>
  )
}
