import type { Section } from './sections.ts'
import type { Task } from './task.ts'

/** What stands under another in the list of tasks. */
export type Line =
  | { readonly kind: 'head'; readonly key: string; readonly section: Section; readonly open: boolean }
  | { readonly kind: 'task'; readonly key: string; readonly task: Task; readonly section: Section['key'] }

/** Key of the section of what is done: folded until somebody looks. */
export const doneKey = 'done'

/** Sections one under the other; a folded one is its head alone. */
export const linesOf = (sections: readonly Section[], folded: ReadonlySet<string>): readonly Line[] =>
  sections.flatMap((section): readonly Line[] => {
    const open = !folded.has(section.key)
    const head: Line = { kind: 'head', key: `head ${section.key}`, section, open }
    if (!open) return [head]
    return [
      head,
      ...section.tasks.map(
        (task): Line => ({ kind: 'task', key: `${section.key} ${task.id}`, task, section: section.key }),
      ),
    ]
  })
