import type { Field } from '#shared/metadata/catalogue.ts'
import { Tag } from '#web/design/tag.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import type { PickerItem } from './picker.tsx'

/** A chosen option as its coloured tag; a value whose option was removed keeps its own name. */
export function OptionTag({ field, value }: { field: Field; value: string }) {
  const { label } = useMessages()
  const option = field.options?.find((candidate) => candidate.value === value)
  return <Tag color={option?.color}>{option === undefined ? value : label(option.label)}</Tag>
}

/** The options of a field as the picker lists them; those that match what is typed first narrow it. */
export function useOptionItems(field: Field): readonly PickerItem[] {
  const { label } = useMessages()
  return (field.options ?? []).map((option) => ({
    id: option.value,
    label: label(option.label) || option.value,
    node: <OptionTag field={field} value={option.value} />,
  }))
}

export function matching(items: readonly PickerItem[], query: string): readonly PickerItem[] {
  const wanted = query.trim().toLowerCase()
  return wanted === ''
    ? items
    : items.filter((item) => `${item.label} ${item.id}`.toLowerCase().includes(wanted))
}

export const itemOf = (items: readonly PickerItem[], value: string): PickerItem =>
  items.find((item) => item.id === value) ?? { id: value, label: value }

export const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
