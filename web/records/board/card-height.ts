import type { RecordData } from '#web/data/index.ts'
import { isBlank } from '#web/fields/index.ts'
import type { CardLayout } from './card-layout.ts'

/**
 * Heights in pixels of the parts of a card; the style sheet says the same. Every part is one line, so that the place of
 * thousands of cards is known without drawing one.
 */
const desktop = { frame: 20, title: 20, about: 22, figures: 28, tags: 26, line: 22, foot: 37, strip: 28 }
const phone: typeof desktop = {
  frame: 24,
  title: 24,
  about: 26,
  figures: 34,
  tags: 30,
  line: 28,
  foot: 45,
  strip: 36,
}

/** @param atRisk whether a strip at the foot says why */
export function cardHeight(
  record: RecordData,
  layout: CardLayout,
  atRisk: boolean,
  onPhone: boolean,
): number {
  const part = onPhone ? phone : desktop
  const has = (field: CardLayout['about']) => field !== undefined && !isBlank(record[field.wire])
  return (
    part.frame +
    part.title +
    (has(layout.about) ? part.about : 0) +
    (has(layout.figure) || has(layout.date) || (!hasFoot(layout) && has(layout.person)) ? part.figures : 0) +
    (has(layout.tags) ? part.tags : 0) +
    layout.lines.filter(has).length * part.line +
    (hasFoot(layout) ? part.foot : 0) +
    (atRisk ? part.strip : 0)
  )
}

/** Whether a card ends with what comes next; without that the person stands beside the date. */
export const hasFoot = ({ next, person, figure, signs }: CardLayout): boolean =>
  next !== undefined || signs.nextAt !== undefined || (person !== undefined && figure !== undefined)
