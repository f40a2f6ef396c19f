import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { fileAddress } from '#web/data/file-address.ts'
import { Button } from '#web/design/button.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import { Skeleton } from '#web/design/skeleton.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { byteSize } from '../byte-size.ts'
import classes from './file.module.css'
import { isPdf, isPicture } from './kinds.ts'
import type { KnownFile } from './use-file.ts'

/** So much of a text is shown; the rest is in the download. */
const mostText = 200_000

/** A file above the page. Esc closes it. */
export default function Preview({ file, onClose }: { file: KnownFile; onClose: () => void }) {
  const { t, language } = useMessages()
  return (
    <Dialog
      opened
      onClose={onClose}
      title={file.name}
      width={880}
      footer={
        <>
          <span className={classes.facts}>
            {file.contentType.replace(/;.*/, '')} · {byteSize(file.size, language)}
          </span>
          <Button icon={IconDownload} onClick={() => download(file)}>
            {t('fields.download')}
          </Button>
        </>
      }
    >
      <div className={classes.preview}>
        {isPicture(file.contentType) ? (
          <img src={fileAddress(file.id)} alt={file.name} />
        ) : (
          <Content file={file} />
        )}
      </div>
    </Dialog>
  )
}

function download({ id, name }: KnownFile) {
  const link = document.createElement('a')
  link.href = fileAddress(id)
  link.download = name
  link.click()
}

function Content({ file }: { file: KnownFile }) {
  const { t } = useMessages()
  const { data, isError } = useQuery({
    queryKey: ['file-content', file.id],
    queryFn: async ({ signal }) => {
      const answer = await fetch(fileAddress(file.id), { signal })
      if (!answer.ok) throw new Error(answer.statusText)
      return answer.blob()
    },
    staleTime: 60_000,
    gcTime: 60_000,
  })
  if (isError) return <p role="alert">{t('fields.noPreview')}</p>
  if (data === undefined) return <Skeleton width="60%" />
  return isPdf(file.contentType) ? <Pdf blob={data} name={file.name} /> : <Text blob={data} />
}

/** The server serves files in a sandbox, in which the browser's viewer does not start: it gets the bytes themselves. */
function Pdf({ blob, name }: { blob: Blob; name: string }) {
  const [source, setSource] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([blob], { type: 'application/pdf' }))
    setSource(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return source === undefined ? null : <iframe src={source} title={name} />
}

function Text({ blob }: { blob: Blob }) {
  const [text, setText] = useState('')
  useEffect(() => {
    void blob.slice(0, mostText).text().then(setText)
  }, [blob])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keys
    <pre tabIndex={0} dir="auto">
      {text}
      {blob.size > mostText && '…'}
    </pre>
  )
}
