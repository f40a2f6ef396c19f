import { IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { Grant } from '#web/data/use-grant-changes.ts'
import table from '#web/design/data-table.module.css'
import { IconButton } from '#web/design/icon-button.tsx'
import { ObjectIcon } from '#web/design/object-icon.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { SettingsTable } from '../settings-table.tsx'
import classes from './grants-of-object.module.css'

export interface GrantTable {
  /** Names of its columns; the first is the grant's own. */
  readonly heads: readonly string[]
  /** Class with the widths of its columns. */
  readonly columns: string | undefined
  readonly labelOf: (objectName: string) => string
  readonly deleteLabelOf: (grantName: string) => string
}

interface GrantsOfObjectProps<One> extends GrantTable {
  readonly object: CatalogueObject
  readonly grants: readonly One[]
  readonly onEdit: (grant: One) => void
  /** @param button that was pressed for it */
  readonly onDelete: (grant: One, button: HTMLElement) => void
  /** The cells between a grant's name and the button that deletes it. */
  readonly children: (grant: One) => ReactNode
}

/** What opens an object's records to people, each in a line; tables of several objects have their columns beneath each other. */
export function GrantsOfObject<One extends Grant>({
  object,
  grants,
  heads,
  columns,
  labelOf,
  deleteLabelOf,
  onEdit,
  onDelete,
  children,
}: GrantsOfObjectProps<One>) {
  const { t, label } = useMessages()
  const name = label(object.pluralLabel ?? object.label)
  return (
    <section className={`${classes.section} ${columns}`}>
      <h3 className={classes.heading}>
        <ObjectIcon name={object.icon} />
        {name}
      </h3>
      <SettingsTable label={labelOf(name)} heads={heads} actionsHead={t('shell.actions')} rows={grants}>
        {(grant) => (
          <>
            <th scope="row" className={table.cell}>
              <button type="button" className={classes.name} onClick={() => onEdit(grant)}>
                {grant.name}
              </button>
            </th>
            {children(grant)}
            <td className={table.cell}>
              <IconButton
                icon={IconTrash}
                size="sm"
                label={deleteLabelOf(grant.name)}
                onClick={(event) => onDelete(grant, event.currentTarget)}
              />
            </td>
          </>
        )}
      </SettingsTable>
    </section>
  )
}
