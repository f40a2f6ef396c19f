import { NumberInput } from '@mantine/core'
import { useState } from 'react'
import { Select } from '#web/design/select.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './filter-row.module.css'
import { periodNames, readPeriod } from './period.ts'

interface PeriodInputProps {
  readonly value: unknown
  readonly label: string
  readonly onChange: (value: string) => void
}

const usualDays = 30
const mostDays = 36_500

/** A stretch of days that moves along with today: this month, the past 30 days. */
export function PeriodInput({ value, label, onChange }: PeriodInputProps) {
  const { t } = useMessages()
  const period = readPeriod(value)
  const counted = period?.name === 'past' || period?.name === 'next' ? period : undefined
  return (
    <span className={classes.pair}>
      <Select
        aria-label={label}
        choices={periodNames.map((name) => ({ value: name, label: t(`views.period_${name}`) }))}
        value={period?.name ?? null}
        onChange={(name) =>
          onChange(name === 'past' || name === 'next' ? `${name}:${counted?.days ?? usualDays}` : name)
        }
      />
      {counted !== undefined && (
        <DaysInput
          label={t('views.days')}
          value={counted.days}
          onChange={(days) => onChange(`${counted.name}:${days}`)}
        />
      )}
    </span>
  )
}

export function DaysInput(props: { label: string; value: number; onChange: (days: number) => void }) {
  const { t } = useMessages()
  const [empty, setEmpty] = useState(false)
  return (
    <NumberInput
      aria-label={props.label}
      className={classes.days ?? ''}
      value={empty ? '' : props.value}
      min={0}
      max={mostDays}
      clampBehavior="strict"
      allowDecimal={false}
      allowNegative={false}
      suffix={t('views.daysSuffix')}
      onChange={(days) => {
        setEmpty(typeof days !== 'number')
        if (typeof days === 'number') props.onChange(days)
      }}
      // What was emptied and left shows again what is asked for.
      onBlur={() => setEmpty(false)}
    />
  )
}
