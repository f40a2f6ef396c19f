import { useId } from 'react'
import { Kbd } from '#web/design/kbd.tsx'
import classes from './keys-dialog.module.css'

interface KeyLinesProps {
  readonly title: string
  readonly lines: readonly { readonly name: string; readonly keys: readonly string[] }[]
}

/** The keys of one place: what each does, and how it is pressed. */
export function KeyLines({ title, lines }: KeyLinesProps) {
  const id = useId()
  return (
    <section className={classes.group} aria-labelledby={id}>
      <h3 id={id} className={classes.title}>
        {title}
      </h3>
      <dl className={classes.lines}>
        {lines.map(({ name, keys }) => (
          <div key={name} className={classes.line}>
            <dt>{name}</dt>
            <dd>
              {keys.map((combination) => (
                <span key={combination} className={classes.combination}>
                  {combination.split(' ').map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </span>
              ))}
              <span className={classes.spoken}>{keys.join(', ')}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
