import { Input } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import type { People, PersonLine } from '#shared/operations/people.ts'
import { problemText } from '#web/data/problem-text.ts'
import { useCatalogue } from '#web/data/use-catalogue.ts'
import { handOverQuery } from '#web/data/use-people.ts'
import { FormProblem } from '#web/design/form-problem.tsx'
import { Skeleton } from '#web/design/skeleton.tsx'
import { RecordPicker } from '#web/fields/record-picker.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './people.module.css'

interface HandOverPartProps {
  readonly person: PersonLine
  readonly everybody: People
  readonly to: string | null
  readonly onChange: (to: string | null) => void
}

/** How much a member has, and who gets it. */
export function HandOverPart({ person, everybody, to, onChange }: HandOverPartProps) {
  const { t, label } = useMessages()
  const id = useId()
  const catalogue = useCatalogue()
  const counted = useQuery(handOverQuery(person.id))
  if (counted.isPending) return <Skeleton width={220} />
  if (counted.isError) return <FormProblem>{problemText(t, counted.error)}</FormProblem>
  const { parts } = counted.data
  if (parts.length === 0) return <p>{t('people.hasNothing')}</p>
  const named = (name: string): string => {
    const object = catalogue.find(name)
    return object === undefined ? name : label(object.label)
  }
  return (
    <>
      <dl className={classes.counts}>
        {parts.map(({ object, what, count }) => (
          <div key={`${object} ${what}`} style={{ display: 'contents' }}>
            <dt>{what === 'owned' ? named(object) : t('people.assigned', { object: named(object) })}</dt>
            <dd>{count.toLocaleString()}</dd>
          </div>
        ))}
      </dl>
      <Input.Wrapper
        id={id}
        label={t('people.receiver')}
        description={to === null ? t('people.nobody') : undefined}
      >
        <RecordPicker
          id={id}
          to="user"
          except={person.id}
          chosen={
            to === null ? [] : [{ id: to, label: everybody.people.find((one) => one.id === to)?.name ?? '' }]
          }
          multiple={false}
          creates={false}
          onChange={([one]) => onChange(one ?? null)}
        />
      </Input.Wrapper>
    </>
  )
}
