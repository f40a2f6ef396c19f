import { encode } from 'uqr'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './security.module.css'

/** Dark on light in every theme, as cameras expect; drawn here, so that what it holds goes to no service. */
export function QrCode({ content }: { content: string | undefined }) {
  const { t } = useMessages()
  if (content === undefined) return <div className={classes.qrCode} aria-busy />
  const { data, size } = encode(content, { ecc: 'M', border: 2 })
  const dark = data.flatMap((row, y) => row.flatMap((filled, x) => (filled ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg
      className={classes.qrCode}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={t('auth.qrCode')}
      shapeRendering="crispEdges"
    >
      <path d={dark.join('')} fill="currentColor" />
    </svg>
  )
}
