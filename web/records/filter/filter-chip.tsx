import { IconBraces, IconX } from '@tabler/icons-react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { FieldIcon } from '#web/fields/field-icon.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import type { Condition } from './condition.ts'
import { useDescription } from './describe.ts'
import classes from './filter.module.css'
import type { FilterPart } from './filter.ts'

interface FilterChipProps {
  readonly part: FilterPart
  readonly object: CatalogueObject
  readonly onOpen: () => void
  readonly onRemove: () => void
}

export function FilterChip({ part, object, onOpen, onRemove }: FilterChipProps) {
  return part.kind === 'condition' ? (
    <ConditionChip condition={part} object={object} onOpen={onOpen} onRemove={onRemove} />
  ) : (
    <Chip
      icon={<IconBraces size={14} aria-hidden />}
      words={[part.text]}
      onOpen={onOpen}
      onRemove={onRemove}
    />
  )
}

function ConditionChip(props: Omit<FilterChipProps, 'part'> & { condition: Condition }) {
  const { condition, object } = props
  const { field, operator, value } = useDescription(condition, object)
  const type = object.fieldByName.get(condition.field)?.type
  return (
    <Chip
      icon={type !== undefined && <FieldIcon type={type} />}
      words={value === '' ? [field, operator] : [field, operator, value]}
      onOpen={props.onOpen}
      onRemove={props.onRemove}
    />
  )
}

function Chip(props: {
  icon: React.ReactNode
  words: readonly string[]
  onOpen: () => void
  onRemove: () => void
}) {
  const { t } = useMessages()
  const name = props.words.join(' ')
  return (
    <span className={classes.chip}>
      <button type="button" className={classes.chipBody} onClick={props.onOpen} title={name}>
        {props.icon}
        {props.words.map((word, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: field, operator and value have their places
          <span key={index} className={classes.word}>
            {word}
          </span>
        ))}
      </button>
      <button
        type="button"
        className={classes.chipRemove}
        aria-label={t('design.remove', { name })}
        onClick={props.onRemove}
      >
        <IconX size={12} aria-hidden />
      </button>
    </span>
  )
}
