import { useState } from 'react'
import { useSession } from '#web/data/index.ts'
import { Composer } from '#web/records/activity/composer.tsx'
import { blankDraft, type ComposerDraft } from '#web/records/activity/composer-draft.ts'

/** Drafts as this device would keep them. */
const drafts: readonly { readonly id: string; readonly draft: ComposerDraft }[] = [
  { id: 'gallery-closed', draft: blankDraft },
  {
    id: 'gallery-written',
    draft: { ...blankDraft, kind: 'call', outcome: 'interested', text: '报价可以接受，下周三前给合同。' },
  },
  {
    id: 'gallery-planned',
    draft: {
      ...blankDraft,
      kind: 'meeting',
      subject: '方案评审',
      text: '评审通过',
      at: '2026-11-20T06:30:00Z',
      endsAt: '2026-11-20T08:00:00Z',
      next: { at: '2026-11-27T01:00:00Z', subject: '' },
    },
  },
]

/** The box for what happened: closed, written in, and with a next step. */
export function ComposerSpecimens() {
  const { workspace } = useSession()
  useState(() => {
    for (const { id, draft } of drafts)
      localStorage.setItem(`kith.draft.${workspace.id}.company.${id}`, JSON.stringify(draft))
  })
  return drafts.map(({ id }) => (
    <Composer key={id} about={{ object: 'company', id, title: '泓远精密制造' }} />
  ))
}
