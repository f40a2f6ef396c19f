import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { auditGroups, auditKindNames } from '#shared/operations/audit-kinds.ts'
import { membersQuery } from '#web/data/use-members.ts'
import { Select } from '#web/design/select.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './audit-filters.module.css'
import { type AuditAddress, spanNames } from './filters.ts'

interface AuditFiltersProps {
  readonly value: AuditAddress
  readonly onChange: (part: AuditAddress) => void
}

/** What the list shows: events, a person, how far back, words. */
export function AuditFilters({ value, onChange }: AuditFiltersProps) {
  const { t } = useMessages()
  const members = useQuery(membersQuery)
  const [words, setWords] = useState<string>()
  const search = () => {
    if (words !== undefined) onChange({ search: words.trim() || undefined })
    setWords(undefined)
  }
  return (
    <search className={classes.filters}>
      <TextInput
        className={classes.search ?? ''}
        aria-label={t('audit.search')}
        placeholder={t('audit.search')}
        leftSection={<IconSearch aria-hidden />}
        value={words ?? value.search ?? ''}
        onChange={(event) => setWords(event.target.value)}
        onBlur={search}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) search()
        }}
      />
      <Select
        aria-label={t('audit.kind')}
        searchable
        choices={[
          { value: 'all', label: t('audit.allKinds') },
          ...auditGroups.map((group) => ({ value: group, label: t(`audit.group_${group}`) })),
          ...auditKindNames.map((kind) => ({ value: kind, label: t(`audit.kind_${kind}`) })),
        ]}
        value={value.kind ?? 'all'}
        onChange={(kind) => onChange({ kind: kind === 'all' ? undefined : kind })}
      />
      <Select
        aria-label={t('audit.person')}
        searchable
        choices={[
          { value: 'all', label: t('audit.everybody') },
          ...(members.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={value.person ?? 'all'}
        onChange={(person) => onChange({ person: person === 'all' ? undefined : person })}
      />
      <Select
        aria-label={t('audit.span')}
        choices={spanNames.map((span) => ({ value: span, label: t(`audit.span_${span}`) }))}
        value={spanNames.find((name) => name === value.span) ?? 'all'}
        onChange={(span) => onChange({ span: span === 'all' ? undefined : span })}
      />
    </search>
  )
}
