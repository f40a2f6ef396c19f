import { IconPlus, IconUpload } from '@tabler/icons-react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { useMay } from '#web/data/index.ts'
import { useRecordCount } from '#web/data/use-record-count.ts'
import { ButtonLink } from '#web/design/button-link.tsx'
import { TopBar } from '#web/design/top-bar.tsx'
import { usePhone } from '#web/design/use-phone.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { inSentence } from '../in-sentence.ts'
import { Presence } from '../presence.tsx'
import type { ViewState } from '../views/view-state.ts'
import { countText } from './count-text.ts'
import { ListMenu } from './list-menu.tsx'
import { PhoneSearchAndSort } from './phone-search-and-sort.tsx'
import { listSearchOf } from './use-list.ts'
import type { Matches } from './use-matches.ts'

interface ListTopProps {
  readonly object: CatalogueObject
  readonly state: ViewState
  readonly searching: boolean
  readonly onSearching: (searching: boolean) => void
  readonly matches: Matches
}

/** What is listed and how many there are, who else looks, and how one more is made. */
export function ListTop({ object, state, searching, onSearching, matches }: ListTopProps) {
  const { t, label, language } = useMessages()
  const phone = usePhone()
  const { filter, search } = listSearchOf(state)
  // The records come first; where all of them are listed, they were counted with them.
  const all = useRecordCount(object.name, {}, !matches.pending)
  const total = all ?? (filter === '' && search === '' && !matches.stale ? matches.count : undefined)
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
  const { may } = useMay()
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
            <PhoneSearchAndSort
              object={object}
              state={state}
              searching={searching}
              onSearching={onSearching}
            />
            <ListMenu object={object} state={state} />
          </>
        ) : (
          <>
            <Presence object={object.name} />
            {may(object.name, 'import') && (
              <ButtonLink to="/import/{-$object}" params={params} icon={IconUpload}>
                {t('records.import')}
              </ButtonLink>
            )}
            <ListMenu object={object} state={state} />
            {may(object.name, 'create') && (
              <ButtonLink to="/o/$object/new" params={params} variant="primary" icon={IconPlus} keyHint="C">
                {t('records.newRecord', { object: inSentence(label(object.label), language) })}
              </ButtonLink>
            )}
          </>
        )
      }
    />
  )
}
