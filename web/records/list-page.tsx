import { useDocumentTitle } from '@mantine/hooks'
import { IconPlus, IconUpload } from '@tabler/icons-react'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useRef, useState } from 'react'
import { ApiError, useObject } from '#web/data/index.ts'
import { ButtonLink } from '#web/design/button-link.tsx'
import { ErrorState } from '#web/design/error-state.tsx'
import { TopBar } from '#web/design/top-bar.tsx'
import { useKeys } from '#web/design/use-keys.ts'
import { usePhone } from '#web/design/use-phone.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { FilterBar } from './filter/filter-bar.tsx'
import { useFilter } from './filter/use-filter.ts'
import { inSentence } from './in-sentence.ts'
import { BulkBar } from './list/bulk-bar.tsx'
import { layOutColumns } from './list/columns.ts'
import { countText } from './list/count-text.ts'
import classes from './list/list.module.css'
import { ListCards } from './list/list-cards.tsx'
import { ListMenu } from './list/list-menu.tsx'
import { carried } from './list/list-row.tsx'
import { NoResult, NothingYet } from './list/list-states.tsx'
import { ListTable } from './list/list-table.tsx'
import { SearchBox } from './list/search-box.tsx'
import { SortMenu } from './list/sort-menu.tsx'
import { type ListSearch, useList } from './list/use-list.ts'
import { useSelection } from './list/use-selection.ts'
import { printSort, readSort } from './sort.ts'
import { useDelete } from './use-delete.ts'

const route = '/shell/o/$object'

/** The list of any object. */
export function Component() {
  const { object } = useParams({ from: route })
  return <ListPage key={object} name={object} />
}

function ListPage({ name }: { name: string }) {
  const { t, label, language } = useMessages()
  const object = useObject(name)
  useDocumentTitle(t('records.documentTitle', { title: label(object.pluralLabel ?? object.label) }))
  const phone = usePhone()
  const navigate = useNavigate()
  const address = useSearch({ from: route })
  const { filter = '', sort = '', search = '' } = address
  const asked = useMemo<ListSearch>(() => ({ filter, sort, search }), [filter, sort, search])
  const list = useList(object, asked)
  const { rows, count, fetchNextPage } = list
  const columns = useMemo(() => layOutColumns(object), [object])
  const sortKeys = useMemo(() => readSort(sort), [sort])
  const selection = useSelection(rows, `${filter} ${search}`)
  const [active, setActive] = useState(-1)
  const [filtering, setFiltering] = useState(false)
  const grid = useRef<HTMLDivElement>(null)
  const searchInput = useRef<HTMLInputElement>(null)
  const remove = useDelete(object)

  const go = (change: Partial<ListSearch>) => {
    setActive(-1)
    grid.current?.scrollTo({ top: 0 })
    void navigate({
      to: '/o/$object',
      params: { object: name },
      search: { ...carried({ ...asked, ...change }) },
      replace: true,
    })
  }
  const chips = useFilter(filter, object, (text) => go({ filter: text }))
  const { refetch } = list
  const look = useCallback(() => void refetch(), [refetch])
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage])

  const move = (step: number) => {
    if (rows.length === 0) return
    grid.current?.focus({ preventScroll: true })
    setActive((at) => Math.min(rows.length - 1, Math.max(0, at + step)))
  }
  const open = () => {
    const record = rows[active]
    if (record === undefined) return
    void navigate({ to: '/o/$object/$id', params: { object: name, id: record.id }, search: carried(asked) })
  }
  const deleteSelected = () => {
    const chosen = rows.filter((row) => selection.ids.has(row.id))
    remove(
      chosen.map((row) => row.id),
      chosen.map((row) => titleOf(object, row)),
    )
    selection.clear()
  }
  const keys = {
    j: () => move(1),
    k: () => move(-1),
    x: () => {
      const record = rows[active]
      if (record !== undefined) selection.toggle(record, active, false)
    },
    f: () => setFiltering(true),
    '/': () => searchInput.current?.focus(),
    Escape: () => {
      selection.clear()
      setActive(-1)
    },
  }
  useKeys(keys)

  const objectLabel = inSentence(label(object.label), language)
  const counted = count === undefined ? undefined : countText(count, language)
  const nothing = !list.isPending && !list.isPlaceholderData && rows.length === 0
  const table = {
    object,
    columns,
    rows,
    loading: list.isPending || list.isFetchingNextPage,
    hasMore: list.hasNextPage,
    onMore: more,
    search: asked,
    grid,
  }
  return (
    <>
      <TopBar
        title={label(object.pluralLabel ?? object.label)}
        count={counted}
        actions={
          <>
            {!phone && (
              <ButtonLink to="/import/{-$object}" params={{ object: name }} icon={IconUpload}>
                {t('records.import')}
              </ButtonLink>
            )}
            <ListMenu object={name} />
            {phone ? (
              // The bar at the foot of a phone makes records; here the list is put in order.
              <SortMenu columns={columns} sort={sortKeys} onSort={(next) => go({ sort: printSort(next) })} />
            ) : (
              <ButtonLink
                to="/o/$object/new"
                params={{ object: name }}
                variant="primary"
                icon={IconPlus}
                keyHint="C"
              >
                {t('records.newRecord', { object: objectLabel })}
              </ButtonLink>
            )}
          </>
        }
      />
      <div className={classes.bar}>
        <FilterBar
          object={object}
          parts={chips.parts}
          onChange={chips.change}
          opened={filtering}
          onOpened={setFiltering}
          count={counted}
        />
        <SearchBox
          text={search}
          onText={(text) => go({ search: text })}
          input={searchInput}
          onLeave={() => grid.current?.focus()}
        />
      </div>
      <div className={classes.content} data-stale={list.isPlaceholderData || undefined}>
        {list.isError ? (
          <ErrorState
            title={t('records.listFailed')}
            detail={list.error instanceof ApiError ? list.error.detail : String(list.error)}
            onRetry={() => void list.refetch()}
          />
        ) : nothing && filter === '' && search === '' ? (
          <NothingYet object={object} onLook={look} />
        ) : nothing ? (
          <NoResult
            object={object}
            parts={chips.parts}
            search={search}
            onParts={chips.change}
            onClearSearch={() => go({ search: '' })}
          />
        ) : phone ? (
          <ListCards {...table} />
        ) : (
          <ListTable
            {...table}
            count={count}
            sort={sortKeys}
            onSort={(next) => go({ sort: printSort(next) })}
            selection={selection}
            active={active}
            onMove={move}
            onOpen={open}
          />
        )}
        {selection.ids.size > 0 && (
          <BulkBar count={selection.ids.size} onDelete={deleteSelected} onClear={selection.clear} />
        )}
      </div>
    </>
  )
}
