import { useMessages } from '#web/messages/use-messages.ts'
import classes from './filter-panel.module.css'

export type FilterMode = 'conditions' | 'expression'
const modes: readonly FilterMode[] = ['conditions', 'expression']

/** The same filter to choose or to type. */
export function ModeSwitch({ mode, onMode }: { mode: FilterMode; onMode: (mode: FilterMode) => void }) {
  const { t } = useMessages()
  return (
    <fieldset className={classes.modes} aria-label={t('views.howToFilter')}>
      {modes.map((one) => (
        <button
          key={one}
          type="button"
          className={classes.mode}
          aria-pressed={one === mode}
          onClick={() => onMode(one)}
        >
          {t(`records.${one}`)}
        </button>
      ))}
    </fieldset>
  )
}
