import { IconBraces, IconParentheses, IconPlus, IconX } from '@tabler/icons-react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { useCatalogue } from '#web/data/index.ts'
import { Button } from '#web/design/button.tsx'
import { IconButton } from '#web/design/icon-button.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { inWords } from '../expression/in-words.ts'
import { type Condition, conditionOn } from './condition.ts'
import { ConditionRow } from './condition-row.tsx'
import type { FilterGroup, FilterPart } from './filter.ts'
import { filterFields } from './filter-field.ts'
import classes from './filter-row.module.css'
import { JointSwitch } from './joint-switch.tsx'

interface GroupRowsProps {
  readonly group: FilterGroup
  readonly object: CatalogueObject
  /** How many groups it stands in. */
  readonly depth: number
  /** The part whose value takes the focus. */
  readonly focused: number
  readonly onChange: (group: FilterGroup) => void
  readonly onDone: () => void
  /** Leads to where a part can be changed as text. */
  readonly onWrite: () => void
}

/** Groups within groups within groups are beyond what one reads at a glance: they are typed. */
const deepest = 2

export function GroupRows(props: GroupRowsProps) {
  const { group, object, depth, onChange } = props
  const { t, language } = useMessages()
  const catalogue = useCatalogue()
  const { parts } = group
  const replace = (index: number, part: FilterPart | undefined) =>
    onChange({ ...group, parts: parts.flatMap((other, at) => (at !== index ? [other] : part ? [part] : [])) })
  const append = (part: FilterPart) => onChange({ ...group, parts: [...parts, part] })
  const joint = (index: number) =>
    index === 0 ? (
      t('records.where')
    ) : index === 1 ? (
      <JointSwitch joint={group.joint} onChange={(next) => onChange({ ...group, joint: next })} />
    ) : (
      t(group.joint === 'and' ? 'records.and' : 'views.or')
    )
  return (
    <>
      {parts.map((part, index) => {
        const remove = () => replace(index, undefined)
        if (part.kind === 'condition') {
          return (
            <ConditionRow
              // biome-ignore lint/suspicious/noArrayIndexKey: two conditions may be the same, their place is what they are
              key={index}
              condition={part}
              object={object}
              joint={joint(index)}
              autoFocus={index === props.focused}
              onChange={(condition) => replace(index, { kind: 'condition', ...condition })}
              onRemove={remove}
              onDone={props.onDone}
            />
          )
        }
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <div key={index} className={classes.block} data-part>
            <span className={classes.joint}>{joint(index)}</span>
            {part.kind === 'group' ? (
              <fieldset className={classes.group} aria-label={t('views.conditionGroup')}>
                <GroupRows
                  {...props}
                  group={part}
                  depth={depth + 1}
                  focused={-1}
                  onChange={(next) => replace(index, next.parts.length === 0 ? undefined : next)}
                />
              </fieldset>
            ) : (
              <button type="button" className={classes.typed} onClick={props.onWrite} title={part.text}>
                <IconBraces size={14} aria-hidden />
                <code>{inWords(part.text, { catalogue, object }, language)}</code>
              </button>
            )}
            <IconButton
              size="sm"
              icon={IconX}
              label={t('design.remove', {
                name: part.kind === 'group' ? t('views.conditionGroup') : t('records.expression'),
              })}
              className={classes.remove}
              onClick={remove}
            />
          </div>
        )
      })}
      <div className={classes.add}>
        <Button
          variant="subtle"
          size="sm"
          icon={IconPlus}
          onClick={() => append(nextCondition(parts, object))}
        >
          {t('records.addCondition')}
        </Button>
        {depth < deepest && (
          <Button
            variant="subtle"
            size="sm"
            icon={IconParentheses}
            onClick={() =>
              append({
                kind: 'group',
                joint: group.joint === 'and' ? 'or' : 'and',
                parts: [nextCondition(parts, object)],
              })
            }
          >
            {t('views.addGroup')}
          </Button>
        )}
      </div>
    </>
  )
}

/** On the first field that nothing is asked of yet. */
function nextCondition(
  parts: readonly FilterPart[],
  object: CatalogueObject,
): { readonly kind: 'condition' } & Condition {
  const used = new Set(parts.map((part) => (part.kind === 'condition' ? part.field : '')))
  const fields = filterFields(object)
  const field = fields.find((one) => !used.has(one.name)) ?? object.titleField
  return { kind: 'condition', ...conditionOn(field, field.name) }
}
