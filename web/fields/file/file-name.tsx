import { IconFile, IconFileTypePdf, IconPhoto } from '@tabler/icons-react'
import { fileAddress } from '#web/data/file-address.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { byteSize } from '../byte-size.ts'
import classes from './file.module.css'
import { isPdf, isPicture } from './kinds.ts'
import type { KnownFile } from './use-file.ts'

/** A file in one line: what it is, what it is called, how large it is. */
export function FileName({ file }: { file: KnownFile }) {
  const { language } = useMessages()
  const Shape = isPdf(file.contentType)
    ? IconFileTypePdf
    : file.contentType.startsWith('image/')
      ? IconPhoto
      : IconFile
  return (
    <>
      {isPicture(file.contentType) ? (
        <img src={fileAddress(file.id)} alt="" className={classes.thumbnail} loading="lazy" />
      ) : (
        <Shape aria-hidden size={14} stroke={1.75} />
      )}
      <span className={classes.name} dir="auto">
        {file.name}
      </span>
      <small>{byteSize(file.size, language)}</small>
    </>
  )
}
