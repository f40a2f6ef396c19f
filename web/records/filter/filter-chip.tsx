import { IconBraces, IconParentheses, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { FieldIcon } from '#web/fields/field-icon.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import type { Condition } from './condition.ts'
import { useDescription } from './describe.ts'
import { countOf, type FilterPart } from './filter.ts'
import classes from './filter-chip.module.css'

/** Which word of a chip was pressed: what its editor begins with. */
export type ChipWord = 'field' | 'operator' | 'value'

interface FilterChipProps {
  readonly part: FilterPart
  readonly object: CatalogueObject
  readonly opened: boolean
  readonly onOpen: (chip: HTMLElement, word: ChipWord) => void
  readonly onRemove: () => void
}

export function FilterChip({ part, object, ...rest }: FilterChipProps) {
  const { t } = useMessages()
  if (part.kind === 'condition') return <ConditionChip condition={part} object={object} {...rest} />
  if (part.kind === 'expression')
    return <Chip {...rest} icon={<IconBraces size={14} aria-hidden />} words={[part.text]} />
  const words = t(part.joint === 'and' ? 'views.groupAll' : 'views.groupAny', { count: countOf(part) })
  return <Chip {...rest} icon={<IconParentheses size={14} aria-hidden />} words={[words]} />
}

type ChipProps = Omit<FilterChipProps, 'part' | 'object'>

function ConditionChip(props: ChipProps & { condition: Condition; object: CatalogueObject }) {
  const { condition, object, ...rest } = props
  const { type, field, operator, value } = useDescription(condition, object)
  return (
    <Chip
      {...rest}
      icon={type !== undefined && <FieldIcon type={type} />}
      words={value === '' ? [field, operator] : [field, operator, value]}
    />
  )
}

const places: readonly ChipWord[] = ['field', 'operator', 'value']

function Chip(props: ChipProps & { icon: ReactNode; words: readonly string[] }) {
  const { t } = useMessages()
  const name = props.words.join(' ')
  return (
    <span className={classes.chip} data-opened={props.opened || undefined}>
      <button
        type="button"
        className={classes.body}
        title={name}
        aria-haspopup="dialog"
        aria-expanded={props.opened}
        onClick={(event) => {
          const pressed = event.target instanceof Element ? event.target.closest('[data-word]') : null
          const word = places.find((place) => place === pressed?.getAttribute('data-word'))
          props.onOpen(event.currentTarget, word ?? 'value')
        }}
      >
        {props.icon}
        {props.words.map((word, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: field, operator and value have their places
          <span key={index} className={classes.word} data-word={places[index]}>
            {word}
          </span>
        ))}
      </button>
      <button
        type="button"
        className={classes.remove}
        aria-label={t('design.remove', { name })}
        onClick={props.onRemove}
      >
        <IconX size={12} aria-hidden />
      </button>
    </span>
  )
}
