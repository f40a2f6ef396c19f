import { Checkbox } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import type { ReviewLine } from '#web/data/reviews.ts'
import table from '#web/design/data-table.module.css'
import { Skeleton } from '#web/design/skeleton.tsx'
import { useKeys } from '#web/design/use-keys.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { ChosenBar } from './chosen-bar.tsx'
import { ReviewRow } from './review-row.tsx'
import classes from './review-table.module.css'
import { useDecisions } from './use-decisions.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'

interface ReviewTableProps {
  readonly id: string
  /** Undefined while they are on their way. */
  readonly lines: readonly ReviewLine[] | undefined
  /** Whether they can still be decided. */
  readonly open: boolean
}

/** One role of one member a line. J and K move, X selects, Y confirms, W withdraws. */
export function ReviewTable({ id, lines = [], open }: ReviewTableProps) {
  const { t } = useMessages()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [at, setAt] = useState(0)
  const [withdrawing, setWithdrawing] = useState<readonly ReviewLine[]>()
  const decisions = useDecisions(id, () => {
    setChosen(new Set())
    setWithdrawing(undefined)
  })
  const place = Math.min(at, lines.length - 1)
  const marked = lines.filter((line) => chosen.has(line.id))
  /** What a key is about: the selected lines, else the one beneath the cursor. */
  const meant = marked.length > 0 ? marked : lines.slice(place, place + 1)
  const choose = (line: ReviewLine) =>
    setChosen((before) => {
      const next = new Set(before)
      if (!next.delete(line.id)) next.add(line.id)
      return next
    })
  const move = (step: number) => setAt(Math.max(0, Math.min(lines.length - 1, place + step)))
  const current = lines[place]
  const acts: Readonly<Record<string, () => void>> = {
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    x: () => void (current && choose(current)),
    y: () => decisions.confirm(meant),
    w: () => void (meant.length > 0 && setWithdrawing(meant)),
  }
  useKeys(acts, open && lines.length > 0)
  /** A box that was ticked has the focus: letters mean what they mean beside it. */
  const onTicked = (event: KeyboardEvent): void => {
    const ticked = event.target instanceof HTMLInputElement && event.target.type === 'checkbox'
    if (ticked && !event.metaKey && !event.ctrlKey) acts[event.key]?.()
  }
  const all = lines.length > 0 && marked.length === lines.length

  return (
    <>
      {marked.length > 0 && (
        <ChosenBar
          count={marked.length}
          busy={decisions.busy}
          onConfirm={() => decisions.confirm(marked)}
          onWithdraw={() => setWithdrawing(marked)}
          onClear={() => setChosen(new Set())}
        />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={classes.scroll} aria-label={t('reviews.lines')} tabIndex={0} onKeyDown={onTicked}>
        <table className={table.table}>
          <thead>
            <tr>
              {open && (
                <th scope="col" className={`${table.head} ${classes.tick}`}>
                  <Checkbox
                    size="xs"
                    aria-label={t('reviews.chooseAll')}
                    checked={all}
                    indeterminate={!all && marked.length > 0}
                    onChange={() => setChosen(new Set(all ? [] : lines.map((line) => line.id)))}
                  />
                </th>
              )}
              {(['member', 'role', 'ways', 'lastSignIn', 'decision'] as const).map((head) => (
                <th key={head} scope="col" className={table.head}>
                  {t(`reviews.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <ReviewRow
                key={line.id}
                line={line}
                open={open}
                current={open && index === place}
                chosen={chosen.has(line.id)}
                busy={decisions.busy}
                onChoose={() => choose(line)}
                onEnter={() => setAt(index)}
                onConfirm={() => decisions.confirm([line])}
                onWithdraw={() => setWithdrawing([line])}
              />
            ))}
          </tbody>
        </table>
        {lines.length === 0 && <Skeleton width={320} />}
      </section>
      {open && lines.length > 0 && <p className={classes.help}>{t('reviews.keysHelp')}</p>}
      {withdrawing !== undefined && (
        <WithdrawDialog
          lines={withdrawing}
          busy={decisions.busy}
          error={decisions.error}
          onConfirm={(comment) => decisions.withdraw(withdrawing, comment)}
          onClose={() => {
            decisions.reset()
            setWithdrawing(undefined)
          }}
        />
      )}
    </>
  )
}
