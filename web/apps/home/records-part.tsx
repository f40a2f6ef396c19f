import { Input } from '@mantine/core'
import type { Field } from '#shared/metadata/catalogue.ts'
import { useCatalogue } from '#web/data/index.ts'
import { Select } from '#web/design/select.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { ExpressionEditor } from '#web/records/expression/expression-editor.tsx'
import { groupableFields } from '#web/records/list/group.ts'
import type { BlockMeasure } from './block.ts'
import { type BlockDraft, firstGroup } from './block-draft.ts'

interface RecordsPartProps {
  readonly draft: BlockDraft
  readonly onChange: (draft: BlockDraft) => void
}

const summed = new Set(['money', 'number', 'percent', 'rating'])
const sortable = new Set(['text', 'number', 'money', 'percent', 'date', 'dateTime', 'select', 'rating'])

const textOf = ({ fn, field }: BlockMeasure): string => (field === undefined ? fn : `${fn} ${field}`)
const measureOf = (text: string): BlockMeasure => {
  const [fn, field] = text.split(' ')
  if (field === undefined || (fn !== 'sum' && fn !== 'avg')) return { fn: 'count' }
  return { fn, field }
}

/** Which records a block is about, and what of them it shows. */
export function RecordsPart({ draft, onChange }: RecordsPartProps) {
  const { t, label } = useMessages()
  const catalogue = useCatalogue()
  const object = catalogue.object(draft.object)
  const choice = (field: Field, value = field.name) => ({ value, label: label(field.label) })
  const figures = object.fields.filter(({ type, system }) => summed.has(type) && !system)
  return (
    <>
      <Select
        label={t('home.object')}
        searchable
        choices={catalogue.objects
          .filter(({ app }) => app !== 'system')
          .map((one) => ({ value: one.name, label: label(one.pluralLabel ?? one.label) }))}
        value={draft.object}
        onChange={(name) =>
          onChange({
            ...draft,
            ...{ object: name, filter: '', sort: '', measure: { fn: 'count' } },
            by: firstGroup(name, catalogue),
          })
        }
      />
      <Input.Wrapper label={t('home.condition')} labelElement="div">
        <ExpressionEditor
          label={t('home.condition')}
          object={object}
          text={draft.filter}
          expected="boolean"
          placeholder={t('records.expressionExample')}
          onApply={(filter) => onChange({ ...draft, filter })}
        />
      </Input.Wrapper>
      {draft.kind !== 'list' && (
        <Select
          label={t('home.measure')}
          choices={[
            { value: 'count', label: t('home.measureCount') },
            ...figures.flatMap((field) => [
              { value: `sum ${field.name}`, label: t('home.measureSum', { field: label(field.label) }) },
              { value: `avg ${field.name}`, label: t('home.measureAverage', { field: label(field.label) }) },
            ]),
          ]}
          value={textOf(draft.measure)}
          onChange={(text) => onChange({ ...draft, measure: measureOf(text) })}
        />
      )}
      {draft.kind === 'breakdown' && (
        <Select
          label={t('home.by')}
          choices={groupableFields(object).map((field) => choice(field))}
          value={draft.by}
          onChange={(by) => onChange({ ...draft, by })}
        />
      )}
      {draft.kind === 'list' && (
        <Select
          label={t('home.sort')}
          choices={[
            { value: '', label: t('home.sortNewest') },
            ...object.fields
              .filter(({ type }) => sortable.has(type))
              .flatMap((field) => [
                { value: field.name, label: t('home.sortUp', { field: label(field.label) }) },
                { value: `-${field.name}`, label: t('home.sortDown', { field: label(field.label) }) },
              ]),
          ]}
          value={draft.sort}
          onChange={(sort) => onChange({ ...draft, sort })}
        />
      )}
    </>
  )
}
