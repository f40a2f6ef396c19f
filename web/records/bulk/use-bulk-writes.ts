import type { Lists } from '#web/data/bulk.ts'
import { ApiError, useBulk, useUpdateMany, type Values } from '#web/data/index.ts'
import { showToast } from '#web/design/toast-store.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { useDelete } from '../use-delete.ts'
import type { Chosen } from './chosen.ts'

/** Records that are written one by one, each on the version that was seen; more go by one request over all of them. */
const most = 1_000

const tell = (error: unknown) =>
  showToast(error instanceof ApiError ? (error.errors[0]?.message ?? error.detail) : String(error), {
    tone: 'problem',
  })

/** What is done with all that is chosen: one change with one undo. */
export function useBulkWrites({ object, everything, ids, ticked, search, clear }: Chosen) {
  const { t } = useMessages()
  const many = useUpdateMany(object.name)
  const bulk = useBulk(object.name)
  const remove = useDelete(object)
  // A list without a filter says so: what names no records at all is refused.
  const asked = everything
    ? { filter: search.filter, ...(search.search !== '' && { search: search.search }) }
    : { ids: [...ids] }
  // Of what was chosen and scrolled away, or left the list since, nothing but the id is known.
  const whole = everything || ids.size > most || ticked.length < ids.size
  return {
    /** The same values for each. `shown`: related records to show at once. */
    setAll: (values: Values, shown: Values, message: string) => {
      if (whole) bulk.mutate({ ...asked, values, message }, { onError: tell })
      else
        many.mutate(
          { edits: ticked.map((record) => ({ record, values, shown })), message },
          { onError: tell },
        )
    },
    /** Single words of lists; what others put there stays. */
    editLists: (edits: { readonly add?: Lists; readonly remove?: Lists }, message: string) =>
      bulk.mutate({ ...asked, ...edits, message }, { onError: tell }),
    deleteAll: (count: number) => {
      if (whole) {
        const message = t('table.bulkDeleted', { count })
        bulk.mutate({ ...asked, delete: true, message }, { onError: tell })
      } else {
        remove(
          ticked.map(({ id }) => id),
          ticked.map((record) => titleOf(object, record)),
        )
      }
      clear()
    },
  }
}
