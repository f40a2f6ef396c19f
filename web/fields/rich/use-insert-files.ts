import type { Editor } from '@tiptap/react'
import { useRef, useState } from 'react'
import { ApiError } from '#web/data/index.ts'
import { uploadFile } from '#web/data/upload.ts'
import { isPicture } from '../file/kinds.ts'

/** Sends files and puts each where the caret was; `sending` of them are on their way. */
export function useInsertFiles(onRefuse: ((reason: string | null) => void) | undefined) {
  const [sending, setSending] = useState(0)
  const editor = useRef<Editor | null>(null)
  const insert = async (files: readonly File[]) => {
    onRefuse?.(null)
    setSending((count) => count + files.length)
    for (const file of files) {
      try {
        const { id, name, contentType } = await uploadFile(file)
        const attrs = { id, name, picture: isPicture(contentType) }
        editor.current
          ?.chain()
          .insertContent([
            { type: 'file', attrs },
            { type: 'text', text: ' ' },
          ])
          .run()
      } catch (error) {
        onRefuse?.(error instanceof ApiError ? error.detail : String(error))
      } finally {
        setSending((count) => count - 1)
      }
    }
  }
  return { insert, sending, editor }
}
