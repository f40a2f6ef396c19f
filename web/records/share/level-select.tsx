import type { NewShare } from '#shared/operations/sharing.ts'
import { Select } from '#web/design/select.tsx'
import { useMessages } from '#web/messages/use-messages.ts'

interface LevelSelectProps {
  readonly label: string
  readonly level: NewShare['level']
  readonly onChange: (level: NewShare['level']) => void
}

/** Whether those with whom a record is shared may change it, too. */
export function LevelSelect({ label, level, onChange }: LevelSelectProps) {
  const { t } = useMessages()
  return (
    <Select
      aria-label={label}
      choices={(['read', 'edit'] as const).map((one) => ({ value: one, label: t(`sharing.level_${one}`) }))}
      value={level}
      onChange={onChange}
    />
  )
}
