import { IconPlus, IconX } from '@tabler/icons-react'
import { fieldTypes } from '#shared/fields/index.ts'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { useCatalogue } from '#web/data/index.ts'
import { Button } from '#web/design/button.tsx'
import { IconButton } from '#web/design/icon-button.tsx'
import { Select } from '#web/design/select.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { FieldChoice } from '../filter/field-choice.tsx'
import { filterField, filterFields } from '../filter/filter-field.ts'
import { printSort, readSort, type SortKey } from '../sort.ts'
import type { ViewState } from '../views/view-state.ts'
import { naturalDirection } from './columns.ts'
import { moved } from './reorder.ts'
import { ReorderList } from './reorder-list.tsx'
import classes from './toolbar-panel.module.css'

const sortable = (field: Field): boolean =>
  field.encrypted !== true && (fieldTypes[field.type].sortable || field.type === 'relation')

export interface SortedProps {
  readonly object: CatalogueObject
  readonly state: Pick<ViewState, 'definition' | 'change'>
}

/** What the list is sorted by, in order. */
export function SortPanel({ object, state }: SortedProps) {
  const { t, label } = useMessages()
  const catalogue = useCatalogue()
  const keys = readSort(state.definition.sort)
  const set = (next: readonly SortKey[]) => state.change({ sort: printSort(next) })
  const nameOf = ({ field }: SortKey) =>
    filterField(field, object, catalogue)
      ?.steps.map((step) => label(step.label))
      .join(' · ') ?? field
  const replace = (index: number, key: SortKey) => set(keys.map((other, at) => (at === index ? key : other)))
  const keyOf = (path: string): SortKey => {
    const field = filterField(path, object, catalogue)?.field
    return { field: path, descending: field !== undefined && naturalDirection(field) === 'descending' }
  }
  const add = () => {
    const next = filterFields(object).find(
      (field) => sortable(field) && !keys.some((key) => key.field === field.name),
    )
    if (next !== undefined) set([...keys, keyOf(next.name)])
  }
  return (
    <div className={classes.panel}>
      {keys.length === 0 && <p className={classes.hint}>{t('views.noSort')}</p>}
      <ReorderList
        items={keys}
        idOf={(key) => key.field}
        nameOf={nameOf}
        label={t('records.sort')}
        onMove={(from, to) => set(moved(keys, from, to))}
      >
        {(key, index) => (
          <>
            <span className={classes.field}>
              {key.field === 'rank' ? (
                <span className={classes.manual}>{t('views.manualOrder')}</span>
              ) : (
                <FieldChoice
                  object={object}
                  value={key.field}
                  accepts={sortable}
                  onChange={(path) => replace(index, keyOf(path))}
                />
              )}
            </span>
            <span className={classes.direction}>
              <Select
                aria-label={t('views.direction')}
                choices={[
                  { value: 'ascending', label: t('views.ascending') },
                  { value: 'descending', label: t('views.descending') },
                ]}
                value={key.descending ? 'descending' : 'ascending'}
                onChange={(way) => replace(index, { ...key, descending: way === 'descending' })}
              />
            </span>
            <IconButton
              icon={IconX}
              size="sm"
              label={t('design.remove', { name: nameOf(key) })}
              onClick={() => set(keys.filter((_, at) => at !== index))}
            />
          </>
        )}
      </ReorderList>
      <div className={classes.foot}>
        <Button variant="subtle" size="sm" icon={IconPlus} onClick={add}>
          {t('views.addSort')}
        </Button>
        {object.fieldByName.has('rank') && !keys.some(({ field }) => field === 'rank') && (
          <Button variant="subtle" size="sm" onClick={() => set([{ field: 'rank', descending: false }])}>
            {t('views.manualOrder')}
          </Button>
        )}
        {keys.length > 0 && (
          <Button variant="subtle" size="sm" onClick={() => set([])}>
            {t('views.clearSort')}
          </Button>
        )}
      </div>
    </div>
  )
}
