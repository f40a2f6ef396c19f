import { Menu } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconDots, IconLink, IconTrash } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { type RecordData, useLocale } from '#web/data/index.ts'
import { IconButton } from '#web/design/icon-button.tsx'
import { showToast } from '#web/design/toast-store.ts'
import { useKeys } from '#web/design/use-keys.ts'
import { usePhone } from '#web/design/use-phone.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { Breadcrumb } from '../breadcrumb.tsx'
import { countText } from '../list/count-text.ts'
import { carried } from '../list/list-row.tsx'
import type { ListSearch } from '../list/use-list.ts'
import { useDelete } from '../use-delete.ts'
import classes from './record.module.css'
import { useNeighbours } from './use-neighbours.ts'

interface RecordBarProps {
  readonly object: CatalogueObject
  readonly record: RecordData
  readonly search: ListSearch
  /** What Esc does before it leaves the page: close the field that is open. */
  readonly onEscape: (() => void) | undefined
}

/** Way back, place in the list, previous and next, and what is done with the record as a whole. */
export function RecordBar({ object, record, search, onEscape }: RecordBarProps) {
  const { t } = useMessages()
  const { language } = useLocale()
  const phone = usePhone()
  const navigate = useNavigate()
  const remove = useDelete(object)
  const neighbours = useNeighbours(object, record.id, search)
  const title = titleOf(object, record)
  const go = (id: string | undefined) => {
    if (id === undefined) return
    const params = { object: object.name, id }
    void navigate({ to: '/o/$object/$id', params, search: carried(search), replace: true })
  }
  const leave = () =>
    void navigate({ to: '/o/$object', params: { object: object.name }, search: carried(search) })
  useKeys({ j: () => go(neighbours?.next), k: () => go(neighbours?.previous), Escape: onEscape ?? leave })
  const place =
    neighbours === undefined
      ? undefined
      : neighbours.count === undefined
        ? String(neighbours.place)
        : `${neighbours.place} / ${countText(neighbours.count, language)}`
  return (
    <header className={classes.bar}>
      <Breadcrumb object={object} search={carried(search)} />
      {!phone && <span className={classes.crumb}>{title}</span>}
      {place !== undefined && <span className={classes.placeInList}>{place}</span>}
      {neighbours !== undefined && !phone && (
        <>
          <IconButton
            size="sm"
            icon={IconChevronUp}
            label={t('records.previous')}
            keyHint="K"
            disabled={neighbours.previous === undefined}
            onClick={() => go(neighbours.previous)}
          />
          <IconButton
            size="sm"
            icon={IconChevronDown}
            label={t('records.next')}
            keyHint="J"
            disabled={neighbours.next === undefined}
            onClick={() => go(neighbours.next)}
          />
        </>
      )}
      <span className={classes.barEnd}>
        {!phone && (
          <IconButton
            icon={IconLink}
            label={t('records.copyLink')}
            onClick={() => {
              void navigator.clipboard
                .writeText(`${location.origin}/o/${object.name}/${record.id}`)
                .then(() => showToast(t('design.copied')))
            }}
          />
        )}
        <Menu position="bottom-end">
          <Menu.Target>
            <IconButton icon={IconDots} label={t('design.more')} />
          </Menu.Target>
          <Menu.Dropdown>
            {phone && neighbours?.previous !== undefined && (
              <Menu.Item onClick={() => go(neighbours.previous)}>{t('records.previous')}</Menu.Item>
            )}
            {phone && neighbours?.next !== undefined && (
              <Menu.Item onClick={() => go(neighbours.next)}>{t('records.next')}</Menu.Item>
            )}
            <Menu.Item
              data-danger
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => {
                remove([record.id], [title])
                leave()
              }}
            >
              {t('records.delete')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </span>
    </header>
  )
}
