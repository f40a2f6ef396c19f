import type { Ref } from 'react'
import { Kbd } from '#web/design/kbd.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import type { Command } from './command.ts'
import classes from './palette.module.css'

interface PaletteListProps {
  readonly ref: Ref<HTMLDivElement>
  readonly id: string
  readonly lines: readonly Command[]
  readonly current: number
  readonly onPoint: (index: number) => void
  readonly onChoose: (command: Command) => void
  /** What to say where nothing is found. */
  readonly empty: string
}

/** The lines under the field, by group. Focus stays in the field, which names the current line. */
export function PaletteList({ ref, id, lines, current, onPoint, onChoose, empty }: PaletteListProps) {
  const { t } = useMessages()
  const groups = [...new Set(lines.map((line) => line.group))]
  return (
    <>
      <div
        ref={ref}
        id={id}
        role="listbox"
        aria-label={t('shell.paletteLabel')}
        tabIndex={-1}
        className={classes.list}
        hidden={lines.length === 0}
      >
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a list box
          <div key={group} role="group" aria-label={t(group)}>
            <div className={classes.group} aria-hidden>
              {t(group)}
            </div>
            {lines.map(
              (line, index) =>
                line.group === group && (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
                  // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field
                  <div
                    key={line.id}
                    id={`${id}-${index}`}
                    role="option"
                    aria-selected={index === current}
                    data-index={index}
                    className={classes.line}
                    onPointerMove={() => onPoint(index)}
                    onClick={() => onChoose(line)}
                  >
                    {line.icon}
                    <span className={classes.words}>
                      <span className={classes.title}>{line.title}</span>
                      {line.detail !== undefined && <span className={classes.detail}>{line.detail}</span>}
                    </span>
                    {line.hint !== undefined && <span className={classes.hint}>{line.hint}</span>}
                    {line.keyHint !== undefined && (
                      <span className={classes.keys}>
                        {line.keyHint.split(' ').map((key) => (
                          <Kbd key={key}>{key}</Kbd>
                        ))}
                      </span>
                    )}
                  </div>
                ),
            )}
          </div>
        ))}
      </div>
      {lines.length === 0 && (
        <p className={classes.empty} role="status">
          {empty}
        </p>
      )}
    </>
  )
}
