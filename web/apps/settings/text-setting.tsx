import { TextInput } from '@mantine/core'
import { useState } from 'react'

interface TextSettingProps {
  readonly id: string
  readonly value: string
  /** Turns what was typed into what is saved; undefined where it cannot be, and the saved value stays. */
  readonly read?: (text: string) => string | undefined
  readonly onSave: (value: string) => void
  readonly 'aria-label'?: string
}

const notBlank = (text: string) => text.trim() || undefined

/** A field that saves when it is left or Enter is pressed; Esc brings the saved value back. */
export function TextSetting({ value, onSave, read = notBlank, ...rest }: TextSettingProps) {
  const [draft, setDraft] = useState<string>()
  const save = () => {
    const next = draft === undefined ? undefined : read(draft)
    if (next !== undefined && next !== value) onSave(next)
    setDraft(undefined)
  }
  return (
    <TextInput
      {...rest}
      value={draft ?? value}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') save()
        if (event.key === 'Escape') setDraft(undefined)
      }}
    />
  )
}
