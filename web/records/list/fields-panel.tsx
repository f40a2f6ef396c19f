import { NumberInput, Switch, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useId, useMemo, useState } from 'react'
import { fold } from '#shared/expression/fold.ts'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import type { ViewColumn } from '#shared/metadata/view.ts'
import { useCatalogue } from '#web/data/index.ts'
import { Button } from '#web/design/button.tsx'
import { FieldIcon } from '#web/fields/field-icon.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { relatedFields } from '../filter/filter-field.ts'
import type { ViewState } from '../views/view-state.ts'
import { layOutColumns, viewColumnsOf } from './columns.ts'
import { moved } from './reorder.ts'
import { ReorderList } from './reorder-list.tsx'
import classes from './toolbar-panel.module.css'
import { useColumnLabel } from './use-column-label.ts'

interface Offered {
  readonly path: string
  readonly field: Field
  readonly name: string
}

/** Which fields the list shows, in which order, and how many of them stay while the rest scrolls. */
export function FieldsPanel({ object, state }: { object: CatalogueObject; state: ViewState }) {
  const { t, label } = useMessages()
  const catalogue = useCatalogue()
  const columnLabel = useColumnLabel()
  const id = useId()
  const [wanted, setWanted] = useState('')
  const { definition, change } = state
  const columns = layOutColumns(object, definition, catalogue)
  const kept = viewColumnsOf(columns)
  const shown = new Set(columns.map(({ path }) => path))
  const offered = useMemo(() => {
    const own: Offered[] = object.fields
      .filter(({ name }) => name !== 'deletedAt' && name !== 'version')
      .map((field) => ({ path: field.name, field, name: label(field.label) }))
    const related = relatedFields(object, catalogue).flatMap(({ relation, fields }) =>
      fields.map(
        ({ path, field }): Offered => ({
          path,
          field,
          name: `${label(relation.label)} · ${label(field.label)}`,
        }),
      ),
    )
    return [...own, ...related]
  }, [object, catalogue, label])
  const matches = ({ name, path }: { name: string; path: string }) =>
    fold(name).includes(fold(wanted)) || fold(path).includes(fold(wanted))
  const set = (next: readonly ViewColumn[]) => change({ columns: next })
  const found = columns.filter((column) => matches({ name: columnLabel(column), path: column.path }))
  const others = offered.filter((one) => !shown.has(one.path) && matches(one))
  const [title] = columns
  return (
    <div className={classes.panel}>
      <TextInput
        aria-label={t('views.findField')}
        placeholder={t('views.findField')}
        value={wanted}
        data-autofocus
        leftSection={<IconSearch size={14} aria-hidden />}
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
      <div className={classes.scroll}>
        {found.length > 0 && <h3 className={classes.heading}>{t('views.shownFields')}</h3>}
        <ReorderList
          items={found}
          idOf={({ path }) => path}
          nameOf={columnLabel}
          label={t('views.shownFields')}
          movable={(column) => column !== title && wanted === ''}
          onMove={(from, to) => set(moved(kept, from, to))}
        >
          {(column) => (
            <FieldSwitch
              id={`${id}-${column.path}`}
              field={column.field}
              name={columnLabel(column)}
              shown
              disabled={column === title}
              onChange={() => set(kept.filter(({ field }) => field !== column.path))}
            />
          )}
        </ReorderList>
        {others.length > 0 && <h3 className={classes.heading}>{t('views.otherFields')}</h3>}
        <ul className={classes.others}>
          {others.map(({ path, field, name }) => (
            <li key={path} className={classes.other}>
              <FieldSwitch
                id={`${id}-${path}`}
                field={field}
                name={name}
                shown={false}
                disabled={false}
                onChange={() => set([...kept, { field: path }])}
              />
            </li>
          ))}
        </ul>
        {found.length + others.length === 0 && <p className={classes.hint}>{t('design.nothingFound')}</p>}
      </div>
      <div className={classes.foot}>
        <label className={classes.frozen} htmlFor={`${id}-frozen`}>
          {t('views.frozen')}
        </label>
        <NumberInput
          id={`${id}-frozen`}
          className={classes.number ?? ''}
          value={definition.frozen ?? 1}
          min={0}
          max={columns.length}
          clampBehavior="strict"
          allowDecimal={false}
          onChange={(frozen) => typeof frozen === 'number' && change({ frozen })}
        />
        {definition.columns !== undefined && (
          <Button variant="subtle" size="sm" onClick={() => set([])}>
            {t('views.usualFields')}
          </Button>
        )}
      </div>
    </div>
  )
}

interface FieldSwitchProps {
  readonly id: string
  readonly field: Field
  readonly name: string
  readonly shown: boolean
  readonly disabled: boolean
  readonly onChange: () => void
}

function FieldSwitch({ id, field, name, shown, disabled, onChange }: FieldSwitchProps) {
  return (
    <label className={classes.switch} htmlFor={id}>
      <FieldIcon type={field.type} />
      <span className={classes.name} title={name}>
        {name}
      </span>
      <Switch id={id} size="xs" checked={shown} disabled={disabled} onChange={onChange} />
    </label>
  )
}
