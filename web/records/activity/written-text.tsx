import { useState } from 'react'
import { useMessages } from '#web/messages/use-messages.ts'
import { AttachedFiles } from './attached-files.tsx'
import { piecesOf } from './written.ts'
import classes from './written-text.module.css'

/** A longer text begins with this many characters. */
const most = 600
const mostLines = 8

/** The beginning of a text, not cut inside a link. */
function beginningOf(text: string): string {
  const lines = text.split('\n', mostLines + 1)
  const short = lines.length > mostLines ? lines.slice(0, mostLines).join('\n') : text
  if (short.length <= most) return short
  const open = short.lastIndexOf('[', most)
  const close = short.indexOf(')', open)
  return short.slice(0, open >= 0 && close >= most && close - open < 400 ? open : most)
}

/** What somebody wrote: mentions as chips, links to the web, files below. Longer texts unfold. */
export function WrittenText({ text }: { text: string }) {
  const { t } = useMessages()
  const [whole, setWhole] = useState(false)
  const beginning = beginningOf(text)
  const cut = beginning.length < text.length
  const pieces = piecesOf(whole ? text : beginning)
  const words = pieces.filter((piece) => piece.kind !== 'file')
  const files = (cut ? piecesOf(text) : pieces).filter((piece) => piece.kind === 'file')
  return (
    <div className={classes.written}>
      <p className={classes.words} dir="auto">
        {words.map((piece, index) => {
          // biome-ignore-start lint/suspicious/noArrayIndexKey: pieces of a text have no other name than their place
          if (piece.kind === 'mention')
            return (
              <span key={index} className={classes.mention}>
                @{piece.name}
              </span>
            )
          if (piece.kind === 'link')
            return (
              <a key={index} href={piece.address} target="_blank" rel="noopener noreferrer nofollow">
                {piece.address}
              </a>
            )
          return piece.text
          // biome-ignore-end lint/suspicious/noArrayIndexKey: as above
        })}
        {cut && !whole && '…'}
      </p>
      {cut && (
        <button type="button" className={classes.fold} onClick={() => setWhole(!whole)}>
          {t(whole ? 'activity.fold' : 'activity.readOn')}
        </button>
      )}
      <AttachedFiles files={files} />
    </div>
  )
}
