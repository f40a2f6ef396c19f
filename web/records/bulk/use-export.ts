import { ApiError } from '#web/data/index.ts'
import { closeToast, showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { type ExportRequest, exportFile } from './export-file.ts'

/** Milliseconds after which a file that is still being made is spoken of. */
const silence = 800

/** Brings down a file of records, and says so where it takes a while or is refused. */
export function useExport(object: string): (asked: ExportRequest) => void {
  const { t } = useMessages()
  return (asked) => {
    let said: number | undefined
    const late = setTimeout(() => {
      said = showToast(t('table.exporting'), { tone: 'news' })
    }, silence)
    exportFile(object, asked)
      .catch((error: unknown) =>
        showToast(error instanceof ApiError ? (error.errors[0]?.message ?? error.detail) : String(error), {
          tone: 'problem',
        }),
      )
      .finally(() => {
        clearTimeout(late)
        if (said !== undefined) closeToast(said)
      })
  }
}
