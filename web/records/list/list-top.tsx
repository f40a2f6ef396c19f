import { IconArrowsSort, IconPlus, IconSearch, IconUpload } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { useRecordCount } from '#web/data/use-record-count.ts'
import { ButtonLink } from '#web/design/button-link.tsx'
import { useCommandsOfPage } from '#web/design/commands.ts'
import { Dialog } from '#web/design/dialog.tsx'
import { IconButton } from '#web/design/icon-button.tsx'
import { TopBar } from '#web/design/top-bar.tsx'
import { usePhone } from '#web/design/use-phone.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { inSentence } from '../in-sentence.ts'
import { Presence } from '../presence.tsx'
import type { ViewState } from '../views/view-state.ts'
import { countText } from './count-text.ts'
import { ListMenu } from './list-menu.tsx'
import { SortPanel, sortCommand } from './sort-menu.tsx'
import { listSearchOf } from './use-list.ts'

interface ListTopProps {
  readonly object: CatalogueObject
  readonly state: ViewState
  readonly searching: boolean
  readonly onSearching: (searching: boolean) => void
}

/** What is listed and how many there are, who else looks, and how one more is made. */
export function ListTop({ object, state, searching, onSearching }: ListTopProps) {
  const { t, label, language } = useMessages()
  const phone = usePhone()
  const [sorting, setSorting] = useState(false)
  useCommandsOfPage(phone ? [sortCommand(t('records.sort'), () => setSorting(true))] : [])
  const total = useRecordCount(object.name, {})
  const { filter, search } = listSearchOf(state)
  // On a phone no other line says how many were found.
  const asks = phone && (filter !== '' || search !== '')
  const found = useRecordCount(
    object.name,
    { filter: filter || undefined, search: search || undefined },
    asks,
  )
  const count = total === undefined ? undefined : countText(total, language)
  const title = label(object.pluralLabel ?? object.label)
  const params = { object: object.name }
  return (
    <TopBar
      title={title}
      documentTitle={state.view === undefined ? title : `${state.view.name} · ${title}`}
      count={
        asks && found !== undefined && count !== undefined
          ? `${countText(found, language)} / ${count}`
          : count
      }
      actions={
        phone ? (
          <>
            <IconButton
              icon={IconSearch}
              label={t('records.searchList')}
              aria-expanded={searching}
              onClick={() => onSearching(!searching)}
            />
            <IconButton icon={IconArrowsSort} label={t('records.sort')} onClick={() => setSorting(true)} />
            <ListMenu object={object} state={state} />
            {sorting && (
              <Dialog opened onClose={() => setSorting(false)} title={t('records.sort')}>
                <Suspense>
                  <SortPanel object={object} state={state} />
                </Suspense>
              </Dialog>
            )}
          </>
        ) : (
          <>
            <Presence object={object.name} />
            <ButtonLink to="/import/{-$object}" params={params} icon={IconUpload}>
              {t('records.import')}
            </ButtonLink>
            <ListMenu object={object} state={state} />
            <ButtonLink to="/o/$object/new" params={params} variant="primary" icon={IconPlus} keyHint="C">
              {t('records.newRecord', { object: inSentence(label(object.label), language) })}
            </ButtonLink>
          </>
        )
      }
    />
  )
}
