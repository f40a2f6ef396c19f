import { TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { type FormEvent, useId, useState } from 'react'
import type { WorkingCalendar } from '#shared/metadata/settings.ts'
import { Button } from '#web/design/button.tsx'
import { IconButton } from '#web/design/icon-button.tsx'
import { Select } from '#web/design/select.tsx'
import { StatusDot } from '#web/design/status-dot.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { dateWithWeekday } from './calendar-names.ts'
import classes from './calendar-page.module.css'
import page from './settings-page.module.css'

type Exceptions = WorkingCalendar['exceptions']

interface ExceptionsEditorProps {
  readonly exceptions: Exceptions
  readonly disabled: boolean
  readonly onChange: (exceptions: Exceptions) => void
}

/** The dates that differ from the week, in their order; a date given again replaces the former. */
export function ExceptionsEditor({ exceptions, disabled, onChange }: ExceptionsEditorProps) {
  const { t, language } = useMessages()
  const titleId = useId()
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
      {!disabled && (
        <form className={classes.add} onSubmit={add} aria-labelledby={titleId}>
          <TextInput
            type="date"
            label={t('settings.date')}
            value={date}
            onChange={(event) => setDate(event.target.value)}
          />
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
        </form>
      )}
      {exceptions.length === 0 && <p className={classes.none}>{t('settings.noExceptions')}</p>}
      <ul className={classes.list}>
        {exceptions.map((exception) => {
          const shownDate = dateWithWeekday(exception.date, language, thisYear)
          return (
            <li key={exception.date} className={classes.exception}>
              <span>{shownDate}</span>
              <StatusDot color={exception.works ? 'blue' : 'grey'}>
                {t(exception.works ? 'settings.works' : 'settings.rests')}
              </StatusDot>
              <span className={classes.name}>{exception.name}</span>
              {!disabled && (
                <IconButton
                  icon={IconX}
                  size="sm"
                  label={t('settings.removeException', { date: shownDate })}
                  onClick={() => onChange(exceptions.filter((other) => other !== exception))}
                />
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}
