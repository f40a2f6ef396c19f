import { IconArrowUpRight } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { IconButton } from '#web/design/icon-button.tsx'
import { useMessages } from '#web/messages/use-messages.ts'

/** Opens the record that a field holds. */
export function RecordLead({ object, id, name }: { object: string; id: string; name: string }) {
  const { t } = useMessages()
  const navigate = useNavigate()
  return (
    <IconButton
      size="sm"
      tabIndex={-1}
      icon={IconArrowUpRight}
      label={t('fields.openNamed', { name })}
      onClick={(event) => {
        event.stopPropagation()
        void navigate({ to: '/o/$object/$id', params: { object, id } })
      }}
    />
  )
}
