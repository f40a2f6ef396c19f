import classes from './skeleton.module.css'

/** A grey bar in the place of what is on its way; it shows itself after 150 ms. */
export function Skeleton({ width = '100%', height = 10 }: { width?: number | string; height?: number }) {
  return <span className={classes.bar} style={{ width, height }} aria-hidden />
}
