import { IconCamera, IconUpload, IconX } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { Button } from '#web/design/button.tsx'
import { IconButton } from '#web/design/icon-button.tsx'
import { usePhone } from '#web/design/use-phone.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { EditorProps } from '../field-view.ts'
import classes from './file.module.css'
import { FileButton } from './file-button.tsx'
import { useSendFile } from './use-send-file.ts'

/** One file: chosen, dropped, pasted, or taken with a phone's camera. What is chosen is saved at once. */
export function FileEditor(props: EditorProps) {
  const { t } = useMessages()
  const phone = usePhone()
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const camera = useRef<HTMLInputElement>(null)
  const change = (value: string | null) => {
    props.onRefuse?.(null)
    props.onChange(value)
    props.onCommit?.(value)
  }
  const { part, send, cancel } = useSendFile({
    onSent: change,
    onRefused: (reason) => props.onRefuse?.(reason),
  })
  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (file === undefined) return false
    props.onRefuse?.(null)
    void send(file)
    return true
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keyboard
    <div
      className={classes.drop}
      data-over={over || undefined}
      data-invalid={props.invalid || undefined}
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
        if (event.key === 'Escape' && props.onCancel !== undefined) {
          event.stopPropagation()
          props.onCancel()
        }
      }}
    >
      {typeof props.value === 'string' && part === undefined && (
        <span className={classes.kept}>
          <FileButton id={props.value} />
          <IconButton size="sm" icon={IconX} label={t('fields.removeFile')} onClick={() => change(null)} />
        </span>
      )}
      {part === undefined ? (
        <span className={classes.ways}>
          <Button
            id={props.id}
            size="sm"
            icon={IconUpload}
            autoFocus={props.autoFocus ?? false}
            aria-describedby={props.describedBy}
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
          <IconButton size="sm" icon={IconX} label={t('design.cancel')} onClick={cancel} />
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
