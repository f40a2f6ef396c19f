import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import {
  ApiError,
  type RecordData,
  type RecordEdit,
  useBulk,
  useUpdateMany,
  type Values,
} from '#web/data/index.ts'
import { showToast } from '#web/design/toast-store.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { ListSearch } from '../list/use-list.ts'
import type { Selection } from '../list/use-selection.ts'
import { useDelete } from '../use-delete.ts'

/** Records that are written one by one, each on the version that was seen; more go by one request over all of them. */
const most = 1_000

const tell = (error: unknown) =>
  showToast(error instanceof ApiError ? (error.errors[0]?.message ?? error.detail) : String(error), {
    tone: 'problem',
  })

interface Chosen {
  readonly object: CatalogueObject
  readonly selection: Selection
  /** The chosen ones that have been loaded. */
  readonly ticked: readonly RecordData[]
  readonly search: ListSearch
}

/** What is done with all that is chosen: one change with one undo. */
export function useBulkWrites({ object, selection, ticked, search }: Chosen) {
  const { t } = useMessages()
  const many = useUpdateMany(object.name)
  const bulk = useBulk(object.name)
  const remove = useDelete(object)
  const { everything, ids } = selection
  // A list without a filter says so: what names no records at all is refused.
  const asked = everything
    ? { filter: search.filter, ...(search.search !== '' && { search: search.search }) }
    : { ids: [...ids] }
  return {
    /** The same values for each. `shown`: related records to show at once. */
    setAll: (values: Values, shown: Values, message: string) => {
      if (everything || ids.size > most) bulk.mutate({ ...asked, values, message }, { onError: tell })
      else
        many.mutate(
          { edits: ticked.map((record) => ({ record, values, shown })), message },
          { onError: tell },
        )
    },
    /** Values of its own for each; only of loaded ones. */
    setEach: (edits: readonly RecordEdit[], message: string) => {
      if (edits.length > 0) many.mutate({ edits, message }, { onError: tell })
    },
    deleteAll: (count: number) => {
      if (everything || ids.size > most) {
        const message = t('table.bulkDeleted', { count })
        bulk.mutate({ ...asked, delete: true, message }, { onError: tell })
      } else {
        remove(
          ticked.map(({ id }) => id),
          ticked.map((record) => titleOf(object, record)),
        )
      }
      selection.clear()
    },
  }
}
