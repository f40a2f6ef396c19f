import { IconCamera, IconUpload, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '#web/design/button.tsx'
import { IconButton } from '#web/design/icon-button.tsx'
import { usePhone } from '#web/design/use-phone.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { EditorProps } from '../field-view.ts'
import classes from './file.module.css'
import { FileButton } from './file-button.tsx'
import { useSendFile } from './use-send-file.ts'

interface FileBoxProps {
  readonly editor: EditorProps
  /** Ids of the files that are kept. */
  readonly kept: readonly string[]
  readonly multiple: boolean
  /** A file is at the server. */
  readonly onSent: (id: string) => void
  /** All that were given are sent, or refused. */
  readonly onDone?: () => void
  readonly onRemove: (id: string) => void
}

/** Files of a field: chosen, dropped, pasted, or taken with a phone's camera. */
export function FileBox({ editor, kept, multiple, onSent, onDone, onRemove }: FileBoxProps) {
  const { t } = useMessages()
  const phone = usePhone()
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const camera = useRef<HTMLInputElement>(null)
  const { part, send, cancel } = useSendFile({
    onSent,
    onRefused: (reason) => editor.onRefuse?.(reason),
  })
  const waiting = useRef<File[]>([])
  const sending = useRef(false)
  const drop = () => {
    waiting.current = []
    cancel()
  }
  const closed = useRef(false)
  useEffect(() => {
    closed.current = false
    return () => {
      closed.current = true
      waiting.current = []
    }
  }, [])
  const sendAll = async () => {
    sending.current = true
    for (let file = waiting.current.shift(); file !== undefined; file = waiting.current.shift())
      await send(file)
    sending.current = false
    if (!closed.current) onDone?.()
  }
  const take = (files: FileList | null) => {
    const taken = [...(files ?? [])].slice(0, multiple ? undefined : 1)
    if (taken.length === 0) return false
    editor.onRefuse?.(null)
    // One file takes the place of the other, also while that is on its way.
    if (!multiple) drop()
    waiting.current.push(...taken)
    if (!sending.current) void sendAll()
    return true
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keyboard
    <div
      className={classes.drop}
      data-over={over || undefined}
      data-invalid={editor.invalid || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
      onPaste={(event) => {
        if (take(event.clipboardData.files)) event.preventDefault()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && editor.onCancel !== undefined) {
          event.stopPropagation()
          editor.onCancel()
        }
      }}
    >
      {(multiple || part === undefined) &&
        kept.map((id) => (
          <span key={id} className={classes.kept}>
            <FileButton id={id} />
            <IconButton size="sm" icon={IconX} label={t('fields.removeFile')} onClick={() => onRemove(id)} />
          </span>
        ))}
      {part === undefined ? (
        <span className={classes.ways}>
          <Button
            id={editor.id}
            size="sm"
            icon={IconUpload}
            autoFocus={editor.autoFocus ?? false}
            aria-describedby={editor.describedBy}
            onClick={() => input.current?.click()}
          >
            {t('design.chooseFile')}
          </Button>
          {phone && (
            <Button size="sm" icon={IconCamera} onClick={() => camera.current?.click()}>
              {t('fields.takePicture')}
            </Button>
          )}
          {!phone && <span className={classes.hint}>{t('fields.dropOrPaste')}</span>}
        </span>
      ) : (
        <span className={classes.progress}>
          <progress value={part} max={1} aria-label={t('fields.sendingFiles', { count: 1 })} />
          <output>{Math.floor(part * 100)}%</output>
          <IconButton size="sm" icon={IconX} label={t('design.cancel')} onClick={drop} />
        </span>
      )}
      {(
        [
          [input, undefined],
          [camera, 'environment'],
        ] as const
      ).map(([reference, capture]) => (
        <input
          key={capture ?? 'any'}
          ref={reference}
          type="file"
          hidden
          tabIndex={-1}
          multiple={multiple && capture === undefined}
          {...(capture !== undefined && { capture, accept: 'image/*' })}
          onChange={(event) => {
            take(event.target.files)
            event.target.value = ''
          }}
        />
      ))}
    </div>
  )
}
