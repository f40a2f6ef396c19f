import { IconFileUpload } from '@tabler/icons-react'
import { type DragEvent, useRef, useState } from 'react'
import { useMessages } from '#web/messages/use-messages.ts'
import { Button } from './button.tsx'
import classes from './file-drop.module.css'
import { usePhone } from './use-phone.ts'

interface FileDropProps {
  readonly onFile: (file: File) => void
  /** As of an input: `.csv,.xlsx`. */
  readonly accept: string
  /** Which files, how large. */
  readonly hint: string
}

/** Takes a file: dropped, or chosen with the button. */
export function FileDrop({ onFile, accept, hint }: FileDropProps) {
  const { t } = useMessages()
  const phone = usePhone()
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)

  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (file !== undefined) onFile(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keyboard
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileUpload className={classes.icon} aria-hidden />
      {!phone && <p className={classes.words}>{t('design.dropFile')}</p>}
      <p className={classes.hint}>{hint}</p>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
      <Button onClick={() => input.current?.click()}>{t('design.chooseFile')}</Button>
    </div>
  )
}
