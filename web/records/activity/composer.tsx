import { type ClipboardEvent, type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useCatalogue, useLocale } from '#web/data/index.ts'
import { Avatar } from '#web/design/avatar.tsx'
import { Button } from '#web/design/button.tsx'
import { Kbd } from '#web/design/kbd.tsx'
import { showToast } from '#web/design/toast-store.ts'
import { withMod } from '#web/design/use-keys.ts'
import { usePhone } from '#web/design/use-phone.ts'
import { composing } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { AttachedFiles } from './attached-files.tsx'
import { Chip, ChipRow } from './chip.tsx'
import classes from './composer.module.css'
import { blankDraft, holdsSomething } from './composer-draft.ts'
import { ComposerTools } from './composer-tools.tsx'
import { outcomeFits } from './kind-icons.ts'
import { KindTabs } from './kind-tabs.tsx'
import { NextStepRow } from './next-step-row.tsx'
import type { ComposerSubject } from './open-composer.ts'
import { fillFrom } from './pasted/fill-from.ts'
import { readPasted } from './pasted/pasted.ts'
import { useAttach } from './use-attach.ts'
import { useDraft } from './use-draft.ts'
import { useSaveActivity } from './use-save-activity.ts'
import { useSubjectPeople } from './use-subject-people.ts'
import { WhenButton } from './when-button.tsx'
import { WritingBox } from './writing-box.tsx'

interface ComposerProps {
  readonly about: ComposerSubject
  /** In a dialog of its own it is open from the start; on a page it opens when somebody writes. */
  readonly alone?: boolean
  /** Under whose name the draft is kept: the record's own unless it is still open about whom one writes. */
  readonly draftOf?: Pick<ComposerSubject, 'object' | 'id'>
  /** How often somebody asked to write: each time the box takes the focus. */
  readonly asked?: number
  readonly onSaved?: () => void
}

/** Longer than any conversation: it is kept as a file. */
const longestText = 50_000

/** The box for what happened: kind, words, result, files, people, and the next step. */
export function Composer({ about, alone = false, draftOf = about, asked = 0, onSaved }: ComposerProps) {
  const { t, label } = useMessages()
  const locale = useLocale()
  const phone = usePhone()
  const catalogue = useCatalogue()
  const activity = catalogue.find('activity')
  const kinds = activity?.fieldByName.get('kind')?.options ?? []
  const outcomes = activity?.fieldByName.get('outcome')?.options ?? []
  const { draft, latest, change, clear } = useDraft(draftOf)
  const [touched, setTouched] = useState(alone)
  const [reason, setReason] = useState<string | null>(null)
  const [over, setOver] = useState(false)
  const box = useRef<HTMLTextAreaElement>(null)
  const people = useSubjectPeople(about.object, about.id)
  const { attach, sending, problem } = useAttach((files) =>
    change({ files: [...latest.current.files, ...files] }),
  )
  const save = useSaveActivity((saving, why) => {
    change(saving.draft)
    setReason(why)
    showToast(t('activity.notSaved', { reason: why }), { tone: 'problem' })
  })

  useEffect(() => {
    if (asked > 0) box.current?.focus()
  }, [asked])

  const kind = kinds.some(({ value }) => value === draft.kind) ? (draft.kind ?? '') : (kinds[0]?.value ?? '')
  const kindLabel = label(kinds.find(({ value }) => value === kind)?.label)
  const open = touched || holdsSomething(draft) || draft.next !== null
  const proposed = t('activity.proposedTask', { name: about.title })
  const fitting = outcomes.filter(({ value }) => outcomeFits(value, kind))
  const ready = holdsSomething(draft) && sending === 0 && (draft.next === null || draft.next.at !== null)

  const submit = () => {
    if (!ready) return
    setReason(null)
    const subject = draft.next?.subject.trim() ?? ''
    const names = new Map(people.map((person) => [person.id, person.name]))
    const participants = draft.participants.filter(({ id }) => names.has(id))
    save({
      about,
      draft: { ...draft, participants },
      kind,
      taskSubject: subject === '' ? proposed : subject,
      names,
    })
    clear()
    setTouched(alone)
    if (!alone) box.current?.blur()
    onSaved?.()
  }
  const keys = (event: KeyboardEvent) => {
    if (composing(event)) return
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault()
      submit()
    } else if (event.key === 'Escape' && !alone) {
      // What is written stays as a draft; a second Esc belongs to the page.
      event.preventDefault()
      event.stopPropagation()
      box.current?.blur()
      setTouched(false)
    }
  }
  const insert = (words: string) => {
    const at = box.current?.selectionStart ?? latest.current.text.length
    const { text } = latest.current
    change({ text: text.slice(0, at) + words + text.slice(at) })
    setTouched(true)
    requestAnimationFrame(() => {
      box.current?.focus()
      box.current?.setSelectionRange(at + words.length, at + words.length)
      box.current?.dispatchEvent(new Event('select', { bubbles: true }))
    })
  }
  const paste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files]
    if (files.length > 0) {
      event.preventDefault()
      void attach(files)
      return
    }
    const text = event.clipboardData.getData('text/plain')
    if (text.length > longestText) {
      event.preventDefault()
      void attach([new File([text], `${t('activity.pastedText')}.txt`, { type: 'text/plain' })])
      return
    }
    const pasted = text.includes('\n') ? readPasted(text, locale) : undefined
    if (pasted === undefined) return
    event.preventDefault()
    const before = latest.current
    change(fillFrom(pasted, before, { kinds: kinds.map(({ value }) => value), people }))
    showToast(
      t('activity.understood', { kind: label(kinds.find(({ value }) => value === pasted.kind)?.label) }),
      {
        undo: () => change({ ...before, text: before.text + text }),
      },
    )
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    setTouched(true)
    void attach([...event.dataTransfer.files])
  }
  const toggle = (id: string) =>
    change({
      participants: draft.participants.some((one) => one.id === id)
        ? draft.participants.filter((one) => one.id !== id)
        : [...draft.participants, { object: 'contact', id }],
    })
  return (
    <section
      className={classes.composer}
      aria-label={t('activity.write')}
      data-alone={alone || undefined}
      data-open={open || undefined}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onKeyDown={keys}
    >
      <header className={classes.head}>
        <KindTabs
          kinds={kinds}
          current={kind}
          shown={phone ? 8 : 6}
          onChange={(next) => {
            change({
              kind: next,
              ...(draft.outcome !== null && !outcomeFits(draft.outcome, next) && { outcome: null }),
            })
            box.current?.focus()
          }}
        />
        {!alone && !open && <Kbd>N</Kbd>}
      </header>
      {draft.subject !== '' && (
        <input
          className={classes.subject}
          aria-label={label(activity?.fieldByName.get('subject')?.label)}
          value={draft.subject}
          maxLength={500}
          onChange={(event) => change({ subject: event.currentTarget.value })}
        />
      )}
      <WritingBox
        boxRef={box}
        text={draft.text}
        mentions={draft.mentions}
        onChange={(text, mentions) => change({ text, mentions })}
        onPaste={paste}
        onFocus={() => setTouched(true)}
        label={t('activity.what')}
        placeholder={t(kind === 'note' ? 'activity.writeNote' : 'activity.writeKind', { kind: kindLabel })}
        rows={open ? 3 : 1}
        autoFocus={alone}
      />
      {open && (
        <div className={classes.more}>
          <AttachedFiles
            files={draft.files}
            sending={sending}
            onRemove={(id) => change({ files: draft.files.filter((file) => file.id !== id) })}
          />
          {fitting.length > 0 && (
            <ChipRow label={t('activity.outcome')}>
              {fitting.map(({ value, label: name }) => (
                <Chip
                  key={value}
                  pressed={draft.outcome === value}
                  onClick={() => change({ outcome: draft.outcome === value ? null : value })}
                >
                  {label(name)}
                </Chip>
              ))}
            </ChipRow>
          )}
          {people.length > 0 && about.object !== 'contact' && kind !== 'note' && (
            <ChipRow label={t('activity.people')}>
              {people.map((person) => (
                <Chip
                  key={person.id}
                  pressed={draft.participants.some(({ id }) => id === person.id)}
                  picture={<Avatar id={person.id} name={person.name} size={16} />}
                  onClick={() => toggle(person.id)}
                >
                  {person.name}
                </Chip>
              ))}
            </ChipRow>
          )}
          <NextStepRow next={draft.next} proposed={proposed} onChange={(next) => change({ next })} />
          {(reason ?? problem) !== null && (
            <p className={classes.reason} role="alert">
              {reason ?? problem}
            </p>
          )}
        </div>
      )}
      {open && (
        <footer className={classes.foot}>
          <ComposerTools
            phone={phone}
            onFiles={(files) => void attach(files)}
            onMention={() => insert('@')}
            onWords={(words) => insert(words)}
          />
          <WhenButton at={draft.at} onChange={(at) => change({ at })} />
          <span className={classes.end}>
            {!alone && holdsSomething(draft) && (
              <Button
                variant="subtle"
                onClick={() => {
                  change(blankDraft)
                  setTouched(false)
                }}
              >
                {t('activity.discard')}
              </Button>
            )}
            <Button
              variant="primary"
              keyHint={phone ? undefined : withMod('↵')}
              disabledReason={ready ? undefined : t('activity.nothingToSave')}
              onClick={submit}
            >
              {t('activity.save')}
            </Button>
          </span>
        </footer>
      )}
    </section>
  )
}
