import { Button } from '#web/design/button.tsx'
import { IconButton } from '#web/design/icon-button.tsx'
import classes from './bulk.module.css'
import { BulkMore } from './bulk-more.tsx'
import type { BulkAct } from './use-bulk-acts.tsx'

/** Where the acts stand: what is done often, what now and then, what does harm. */
const often: ReadonlySet<BulkAct['id']> = new Set(['assign', 'edit', 'tags'])
const seldom: ReadonlySet<BulkAct['id']> = new Set(['csv', 'excel'])

/** The acts on what is chosen as buttons of a bar. */
export function ActButtons({ acts }: { acts: readonly BulkAct[] }) {
  const remove = acts.find(({ id }) => id === 'delete')
  const more = acts.filter(({ id }) => seldom.has(id))
  const clear = acts.find(({ id }) => id === 'clear')
  return (
    <>
      {acts
        .filter(({ id }) => often.has(id))
        .map(({ id, title, icon, keyHint, refusal, run }) => (
          <Button
            key={id}
            variant="subtle"
            icon={icon}
            keyHint={keyHint}
            disabledReason={refusal}
            onClick={run}
          >
            {title}
          </Button>
        ))}
      {more.length > 0 && <BulkMore acts={more} />}
      <span className={classes.rule} />
      {remove !== undefined && (
        <Button
          variant="subtle"
          icon={remove.icon}
          className={classes.harm}
          disabledReason={remove.refusal}
          onClick={remove.run}
        >
          {remove.title}
        </Button>
      )}
      {clear !== undefined && (
        <IconButton icon={clear.icon} label={clear.title} keyHint="Esc" onClick={clear.run} />
      )}
    </>
  )
}
