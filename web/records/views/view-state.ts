import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { View, ViewDefinition, ViewKind } from '#shared/metadata/view.ts'
import { useCatalogue } from '#web/data/index.ts'
import { useViewChanges, useViews } from '#web/data/use-views.ts'
import { viewParameters } from '#web/data/view-parameters.ts'
import { proposedBoard, proposedCalendar } from './proposals.ts'
import { difference, overlay, readKind, type ViewAddress } from './view-address.ts'

/** Clears where empty: `filter: ''`, `groupBy: ''`, `columns: []` (the object's own), `totals: {}`. */
type ViewPart = Partial<ViewDefinition> & { readonly search?: string; readonly kind?: ViewKind }

/** How the records of an object are looked at now: a view, and what the address says instead. */
export interface ViewState {
  /** Undefined: the object's plain list, which is always there. */
  readonly view: View | undefined
  readonly kind: ViewKind
  /** The view's, overlaid with what the address says. `board` is there for a board, `calendar` for a calendar. */
  readonly definition: ViewDefinition
  /** Text that the records are searched for; never part of a view. */
  readonly search: string
  /** Whether the address says anything that the view does not. */
  readonly changed: boolean
  /** The view of the address is still being asked for. */
  readonly loading: boolean
  /** The address names a view that is not there (any more). */
  readonly missing: boolean
  /** Parameters that an address of the same look carries: that of a record, so that it knows its place. */
  readonly address: ViewAddress
  /** Writes into the address, in place of the present one. */
  readonly change: (part: ViewPart) => void
  readonly revert: () => void
  /** @throws ApiError */
  readonly save: () => Promise<void>
  /** Makes a view of what is seen, and shows it. @throws ApiError */
  readonly saveAs: (name: string, shared: boolean) => Promise<View>
}

const plain: ViewDefinition = {}

/** The state of the list of an object, or of the list that a record was opened from. */
export function useViewState(object: CatalogueObject): ViewState {
  const catalogue = useCatalogue()
  const address = useViewAddress()
  const navigate = useNavigate()
  const views = useViews(object.name)
  const changes = useViewChanges(object.name)
  const view = address.view === undefined ? undefined : views.data?.find(({ id }) => id === address.view)
  const loading = address.view !== undefined && views.isPending
  const look = useMemo(() => {
    const base = view?.definition ?? plain
    const viewKind = view?.kind ?? 'list'
    const own = overlay(base, address)
    const asked = readKind(address.kind) ?? viewKind
    const board = own.board ?? (asked === 'board' ? proposedBoard(object, catalogue) : undefined)
    const calendar = own.calendar ?? (asked === 'calendar' ? proposedCalendar(object) : undefined)
    const kind: ViewKind =
      (asked === 'board' && board === undefined) || (asked === 'calendar' && calendar === undefined)
        ? 'list'
        : asked
    const definition = {
      ...own,
      ...(board !== undefined && { board }),
      ...(calendar !== undefined && { calendar }),
    }
    const changed = asked !== viewKind || Object.keys(difference(base, own)).length > 0
    return { base, viewKind, kind, definition, changed }
  }, [view, address, object, catalogue])

  const go = useCallback(
    (next: (old: ViewAddress) => ViewAddress, replace: boolean) =>
      navigate({
        to: '.',
        search: (old: Readonly<Record<string, unknown>>) => ({
          ...without(old),
          ...next(old as ViewAddress),
        }),
        replace,
      }),
    [navigate],
  )
  const { base, viewKind } = look
  const change = useCallback(
    ({ search, kind, ...part }: ViewPart) =>
      void go((old) => {
        const nextKind = kind ?? readKind(old.kind) ?? viewKind
        const nextSearch = search ?? old.search
        return {
          ...(old.view !== undefined && { view: old.view }),
          ...(nextKind !== viewKind && { kind: nextKind }),
          ...difference(base, { ...overlay(base, old), ...part }),
          ...(nextSearch && { search: nextSearch }),
        }
      }, true),
    [go, base, viewKind],
  )
  const revert = useCallback(
    () => void go(({ view: id, search }) => ({ ...(id && { view: id }), ...(search && { search }) }), true),
    [go],
  )
  const { definition, kind } = look
  const save = async () => {
    if (view === undefined) return
    await changes.update.mutateAsync({ id: view.id, change: { kind, definition } })
    revert()
  }
  const saveAs = async (name: string, shared: boolean) => {
    const made = await changes.create.mutateAsync({ name, shared, kind, definition })
    await go(({ search }) => ({ view: made.id, ...(search && { search }) }), false)
    return made
  }
  return {
    view,
    kind,
    definition,
    search: address.search ?? '',
    changed: look.changed,
    loading,
    missing: address.view !== undefined && view === undefined && !loading,
    address,
    change,
    revert,
    save,
    saveAs,
  }
}

/** The view parameters of the present address; the same object as long as they are the same. */
function useViewAddress(): ViewAddress {
  const found: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const text = JSON.stringify(
    viewParameters.flatMap((name) => (typeof found[name] === 'string' ? [[name, found[name]]] : [])),
  )
  return useMemo(() => Object.fromEntries(JSON.parse(text)) as ViewAddress, [text])
}

const without = (search: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(search).filter(([name]) => !viewParameters.some((parameter) => parameter === name)),
  )
