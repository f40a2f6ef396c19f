import { lazy, Suspense, useState } from 'react'
import { fileAddress } from '#web/data/file-address.ts'
import classes from './file.module.css'
import { FileName } from './file-name.tsx'
import { isPdf, isPicture, isText } from './kinds.ts'
import { useFile } from './use-file.ts'

const Preview = lazy(() => import('./preview.tsx'))

/** A file that opens: what a browser can show above the page, the rest as a download. */
export function FileButton({ id }: { id: string }) {
  const file = useFile(id)
  const [opened, setOpened] = useState(false)
  if (file === undefined) return null
  const { contentType, name } = file
  if (!isPicture(contentType) && !isPdf(contentType) && !isText(contentType))
    return (
      <a
        className={classes.file}
        href={fileAddress(id)}
        download={name}
        title={name}
        onClick={(event) => event.stopPropagation()}
      >
        <FileName file={file} />
      </a>
    )
  return (
    <>
      <button
        type="button"
        className={classes.file}
        title={name}
        aria-haspopup="dialog"
        onClick={(event) => {
          event.stopPropagation()
          setOpened(true)
        }}
      >
        <FileName file={file} />
      </button>
      {opened && (
        // What is clicked in the preview is no click on the row or the field below it.
        // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps events
        <span onClick={(event) => event.stopPropagation()} onKeyDown={(event) => event.stopPropagation()}>
          <Suspense>
            <Preview file={file} onClose={() => setOpened(false)} />
          </Suspense>
        </span>
      )}
    </>
  )
}
