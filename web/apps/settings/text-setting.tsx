import { TextInput } from '@mantine/core'
import { useState } from 'react'

interface TextSettingProps {
  readonly id: string
  readonly value: string
  readonly disabled?: boolean
  readonly type?: 'text' | 'time'
  readonly onSave: (value: string) => void
  readonly 'aria-label'?: string
}

/** A field that saves when it is left or Enter is pressed; Esc brings the saved value back. */
export function TextSetting({ value, onSave, ...rest }: TextSettingProps) {
  const [draft, setDraft] = useState<string>()
  const save = () => {
    const next = draft?.trim()
    if (next !== undefined && next !== '' && next !== value) onSave(next)
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
