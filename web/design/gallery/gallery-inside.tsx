import type { ReactNode } from 'react'
import { TopBar } from '../top-bar.tsx'
import classes from './gallery.module.css'

/** A gallery that needs somebody signed in: a page inside the frame. */
export function GalleryInside({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <TopBar title={title} />
      <div className={classes.inside}>{children}</div>
    </>
  )
}
