import { Input, TextInput } from '@mantine/core'
import { IconChevronRight, IconPlus } from '@tabler/icons-react'
import { type FormEvent, useId, useState } from 'react'
import { sameInAllLanguages } from '#shared/language.ts'
import type { Field } from '#shared/metadata/catalogue.ts'
import type { WorkingCalendar } from '#shared/metadata/settings.ts'
import { Button } from '#web/design/button.tsx'
import { Select } from '#web/design/select.tsx'
import { fieldViews } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './calendar-page.module.css'
import { ExceptionList } from './exception-list.tsx'
import page from './settings-page.module.css'

type Exceptions = WorkingCalendar['exceptions']

interface ExceptionsEditorProps {
  readonly exceptions: Exceptions
  readonly onChange: (exceptions: Exceptions) => void
}

/** A date is typed and chosen here as in every record. */
const dateField: Field = {
  name: 'date',
  key: 'date',
  type: 'date',
  label: sameInAllLanguages(''),
  origin: 'shipped',
  column: '',
  wire: 'date',
  system: false,
  writable: true,
}
const { Editor: DateEditor } = fieldViews.date

/** The dates that differ from the week, in their order; a date given again replaces the former. */
export function ExceptionsEditor({ exceptions, onChange }: ExceptionsEditorProps) {
  const { t } = useMessages()
  const titleId = useId()
  const dateId = useId()
  const [refused, setRefused] = useState<string | null>(null)
  const [date, setDate] = useState('')
  const [kind, setKind] = useState<'rests' | 'works'>('rests')
  const [name, setName] = useState('')
  const thisYear = new Date().getFullYear()

  const add = (event: FormEvent) => {
    event.preventDefault()
    if (date === '') return
    const others = exceptions.filter((exception) => exception.date !== date)
    const added = { date, works: kind === 'works', name: name.trim() }
    onChange([...others, added].toSorted((a, b) => a.date.localeCompare(b.date)))
    setDate('')
    setName('')
  }

  return (
    <>
      <div className={page.headingRow}>
        <div>
          <h3 id={titleId} className={page.heading}>
            {t('settings.exceptions')}
          </h3>
          <span className={page.help}>{t('settings.exceptionsHelp')}</span>
        </div>
      </div>
      <form className={classes.add} onSubmit={add} aria-labelledby={titleId}>
        <Input.Wrapper id={dateId} label={t('settings.date')}>
          <DateEditor
            id={dateId}
            object=""
            field={dateField}
            record={{ id: '', version: 0 }}
            value={date === '' ? null : date}
            describedBy={`${dateId}-reason`}
            invalid={refused !== null}
            onRefuse={(reason) => {
              setRefused(reason)
              if (reason !== null) setDate('')
            }}
            onChange={(day) => setDate(typeof day === 'string' ? day : '')}
          />
        </Input.Wrapper>
        <Select
          label={t('settings.dayKind')}
          choices={[
            { value: 'rests', label: t('settings.rests') },
            { value: 'works', label: t('settings.works') },
          ]}
          value={kind}
          onChange={setKind}
        />
        <TextInput
          className={classes.addName ?? ''}
          label={t('settings.exceptionName')}
          placeholder={t('settings.exceptionExample')}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" icon={IconPlus} {...(date === '' && { disabled: true })}>
          {t('settings.addException')}
        </Button>
        {refused !== null && (
          <p id={`${dateId}-reason`} className={classes.problem} role="alert">
            {refused}
          </p>
        )}
      </form>
      {exceptions.length === 0 && <p className={classes.none}>{t('settings.noExceptions')}</p>}
      {byYear(exceptions).map(([year, dates]) => (
        <details key={year} className={classes.year} open={year >= thisYear}>
          <summary>
            <IconChevronRight size={14} aria-hidden />
            <h4>{t('settings.yearNamed', { year: String(year) })}</h4>
            <span>{t('settings.dayCount', { count: dates.length })}</span>
          </summary>
          <ExceptionList
            exceptions={dates}
            onRemove={(gone) => onChange(exceptions.filter(({ date }) => date !== gone))}
          />
        </details>
      ))}
    </>
  )
}

/** The years from the first to the last, each with its dates. */
function byYear(exceptions: Exceptions): readonly (readonly [number, Exceptions])[] {
  const years = Map.groupBy(exceptions, ({ date }) => Number(date.slice(0, 4)))
  return [...years].toSorted(([a], [b]) => a - b)
}
