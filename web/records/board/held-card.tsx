import classes from './board-drag.module.css'
import type { Lift } from './board-store.ts'
import { CardFace } from './card-face.tsx'

/** A card in the hand, and how many go along. */
export function HeldCard({ lift }: { lift: Lift }) {
  return (
    <div className={classes.inHand} style={{ width: lift.width, height: lift.height }}>
      <CardFace record={lift.record} />
      {lift.also.length > 0 && <span className={classes.more}>{lift.also.length + 1}</span>}
    </div>
  )
}
