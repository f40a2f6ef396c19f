import { useMessages } from '#web/messages/use-messages.ts'
import classes from './role-page.module.css'
import { ScopeGlyph } from './scope-glyph.tsx'

const explained = ['own', 'team', 'teamAndBelow', 'all'] as const

/** What the words of the matrix mean. */
export function MatrixLegend() {
  const { t } = useMessages()
  return (
    <p className={classes.legend}>
      {explained.map((scope) => (
        <span key={scope}>
          <ScopeGlyph scope={scope} />
          <b>{t(`access.scope_${scope}`)}</b>
          {t(`access.legend_${scope}`)}
        </span>
      ))}
      <span>{t('access.maskedExample')}</span>
    </p>
  )
}
