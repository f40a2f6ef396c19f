import { useCallback, useState } from 'react'
import { ApiError } from '#web/data/index.ts'
import { uploadFile } from '#web/data/upload.ts'
import type { Attached } from './written.ts'

/** Sends files and hands on each that has arrived; `problem` is why one has not. */
export function useAttach(onAttached: (files: readonly Attached[]) => void) {
  const [sending, setSending] = useState(0)
  const [problem, setProblem] = useState<string | null>(null)
  const attach = useCallback(
    async (files: readonly File[]) => {
      setProblem(null)
      setSending((count) => count + files.length)
      for (const file of files) {
        try {
          const { id, name, contentType } = await uploadFile(file)
          onAttached([{ id, name, picture: /^image\/(png|jpeg|gif|webp)$/.test(contentType) }])
        } catch (error) {
          setProblem(error instanceof ApiError ? error.detail : String(error))
        } finally {
          setSending((count) => count - 1)
        }
      }
    },
    [onAttached],
  )
  return { attach, sending, problem }
}
