import { IconAlertTriangle, IconClockExclamation } from '@tabler/icons-react'
import type { Field } from '#shared/metadata/catalogue.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { inSentence } from '../in-sentence.ts'
import type { Risk } from './risk.ts'
import classes from './risk-strip.module.css'

/** Why a card is at risk, in words: red once a date is missed, amber before. */
export function RiskStrip({ risks, deadline }: { risks: readonly Risk[]; deadline: Field | undefined }) {
  const { t, label, language } = useMessages()
  const field = inSentence(label(deadline?.label), language)
  const late = risks.some(({ kind }) => kind === 'late')
  const Icon = late ? IconAlertTriangle : IconClockExclamation
  const words = risks.map(({ kind, days }) =>
    kind === 'late' ? t('board.late', { field, days }) : t(`board.${kind}`, { days }),
  )
  const text = words
    .map((word, index) => (index === 0 ? word : inSentence(word, language)))
    .join(language === 'en' ? ', ' : '，')
  return (
    <p className={classes.strip} data-late={late || undefined} title={text}>
      <Icon size={14} aria-hidden />
      <span>{text}</span>
    </p>
  )
}
