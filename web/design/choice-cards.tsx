import { Radio } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './choice-cards.module.css'

interface ChoiceCardsProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly choices: readonly { readonly value: Value; readonly label: string; readonly icon?: ReactNode }[]
  readonly onChange: (value: Value) => void
}

/** One of a few, all of them in view. */
export function ChoiceCards<Value extends string>({
  label,
  value,
  choices,
  onChange,
}: ChoiceCardsProps<Value>) {
  const choose = (next: string) => {
    const found = choices.find((choice) => choice.value === next)
    if (found !== undefined) onChange(found.value)
  }
  return (
    <Radio.Group label={label} value={value} onChange={choose}>
      <div className={classes.cards}>
        {choices.map((choice) => (
          <Radio.Card key={choice.value} value={choice.value} className={classes.card ?? ''}>
            {choice.icon}
            {choice.label}
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  )
}
