import { TextInput } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { defaultAccent } from '#shared/metadata/settings.ts'
import type { PlainMessageKey } from '#web/messages/catalogue.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './accent-setting.module.css'

const swatches: readonly (readonly [color: string, title: PlainMessageKey])[] = [
  [defaultAccent, 'settings.accentBlue'],
  ['#6941c6', 'settings.accentPurple'],
  ['#b4236f', 'settings.accentPink'],
  ['#c2302a', 'settings.accentRed'],
  ['#b54708', 'settings.accentOrange'],
  ['#18794e', 'settings.accentGreen'],
  ['#0e7490', 'settings.accentTeal'],
  ['#374151', 'settings.accentGrey'],
]

const hex = /^#?([\da-f]{6})$/i

interface AccentSettingProps {
  /** `#rrggbb` */
  readonly value: string
  readonly onChange: (color: string) => void
}

/** The workspace's colour: one of a few, or any by its number. */
export function AccentSetting({ value, onChange }: AccentSettingProps) {
  const { t } = useMessages()
  const [typed, setTyped] = useState<string>()
  const commit = () => {
    const digits = hex.exec(typed?.trim() ?? '')?.[1]
    if (digits !== undefined && `#${digits.toLowerCase()}` !== value) onChange(`#${digits.toLowerCase()}`)
    if (digits !== undefined || typed?.trim() === '') setTyped(undefined)
  }
  const wrong = typed !== undefined && typed.trim() !== '' && !hex.test(typed.trim())

  return (
    <div className={classes.setting}>
      <div className={classes.swatches} role="radiogroup" aria-label={t('settings.accent')}>
        {swatches.map(([color, title]) => (
          <label key={color} className={classes.swatch} style={{ '--swatch': color }} title={t(title)}>
            <input
              type="radio"
              name="accent"
              value={color}
              checked={color === value}
              aria-label={t(title)}
              onChange={() => onChange(color)}
            />
            <IconCheck aria-hidden />
          </label>
        ))}
      </div>
      <TextInput
        aria-label={t('settings.accentNumber')}
        className={classes.number}
        value={typed ?? value}
        maxLength={7}
        spellCheck={false}
        error={wrong ? t('settings.accentWrong') : undefined}
        leftSection={<span className={classes.sample} style={{ background: value }} aria-hidden />}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit()
          if (event.key === 'Escape') setTyped(undefined)
        }}
      />
    </div>
  )
}
