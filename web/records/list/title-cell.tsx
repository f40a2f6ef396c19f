// biome-ignore-all lint/a11y/useSemanticElements: rows that are drawn as they come into view cannot stand in a <table>
import { IconArrowsDiagonal, IconDots } from '@tabler/icons-react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { CellEditor } from '../grid/cell-editor.tsx'
import { hasPicture, RecordPicture } from '../record-picture.tsx'
import type { CellEdit } from './cell-state.ts'
import type { Column } from './columns.ts'
import { cursorId } from './list-cell.tsx'
import classes from './row.module.css'

interface TitleCellProps {
  readonly object: CatalogueObject
  readonly column: Column
  readonly record: RecordData
  readonly href: string
  readonly frozen: boolean
  readonly cursor: boolean
  readonly ranged: boolean
  readonly edit: CellEdit | undefined
  /** Whether a pointer has been here: what is done with the record is drawn from then on. */
  readonly met: boolean
}

/** The name of the row: its link, and on hover what is done with the record. */
export function TitleCell(props: TitleCellProps) {
  const { object, column, record, href, frozen, cursor, ranged, edit, met } = props
  const { t } = useMessages()
  const title = titleOf(object, record)
  const editing = cursor && edit?.open === true
  return (
    <div
      id={cursor ? cursorId : undefined}
      role="rowheader"
      aria-colindex={2}
      tabIndex={-1}
      className={classes.titleCell}
      data-column={0}
      data-frozen={frozen || undefined}
      data-cursor={cursor || undefined}
      data-ranged={ranged || undefined}
      data-refused={(edit?.refused ?? edit?.conflict) !== undefined || undefined}
      data-editing={editing || undefined}
      style={{ width: 'var(--column-0)', left: frozen ? 'var(--left-0)' : undefined }}
    >
      {editing ? (
        <CellEditor object={object} column={column} record={record} edit={edit} />
      ) : (
        <>
          {hasPicture(object) && <RecordPicture object={object} id={record.id} name={title} />}
          <a href={href} className={classes.title} title={title} tabIndex={-1} data-open dir="auto">
            {title}
          </a>
          {met && (
            <span className={classes.rowActs}>
              <button
                type="button"
                tabIndex={-1}
                className={classes.rowMenu}
                data-menu
                aria-label={t('table.rowMenuOf', { name: title })}
                title={t('design.more')}
              >
                <IconDots aria-hidden />
              </button>
              <a
                href={href}
                className={classes.open}
                tabIndex={-1}
                aria-label={t('table.openNamed', { name: title })}
                data-open
              >
                <IconArrowsDiagonal aria-hidden />
                {t('records.open')}
              </a>
            </span>
          )}
        </>
      )}
    </div>
  )
}
