import { isInTable } from '@tiptap/pm/tables'
import { EditorContent, useEditor, useEditorState } from '@tiptap/react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useMessages } from '#web/messages/use-messages.ts'
import type { EditorProps } from '../field-view.ts'
import { useSettleOnce } from '../use-settle-once.ts'
import { markdownKit } from './markdown-kit.ts'
import { MentionMenu } from './mention-menu.tsx'
import { mentionMenuStore } from './mention-store.ts'
import { plainTables, tableOfText } from './pasted-tables.ts'
import classes from './rich.module.css'
import { TableBar } from './table-bar.tsx'
import { Toolbar } from './toolbar.tsx'
import { useInsertFiles } from './use-insert-files.ts'

/** Formatted text; `@` mentions, dropped and pasted files are sent. ⌘Enter and leaving the field save, Esc cancels. */
export default function MarkdownEditor(props: EditorProps) {
  const { t } = useMessages()
  const settle = useSettleOnce(props)
  const [mentions] = useState(mentionMenuStore)
  const [linking, setLinking] = useState(false)
  const choosing = useRef(false)
  const files = useInsertFiles(props.onRefuse)
  const latest = useRef(files.insert)
  latest.current = files.insert
  const taken = (dropped: FileList | undefined): boolean => {
    if (dropped === undefined || dropped.length === 0) return false
    void latest.current([...dropped])
    return true
  }
  const [extensions] = useState(() => markdownKit(mentions))
  const editor = useEditor({
    extensions,
    content: typeof props.value === 'string' ? props.value : '',
    contentType: 'markdown',
    autofocus: props.autoFocus === true ? 'end' : false,
    editorProps: {
      attributes: {
        id: props.id,
        role: 'textbox',
        dir: 'auto',
        'aria-multiline': 'true',
        ...(props.label !== undefined && { 'aria-label': props.label }),
        ...(props.describedBy !== undefined && { 'aria-describedby': props.describedBy }),
      },
      handleDrop: (_view, event) => taken(event.dataTransfer?.files),
      handlePaste: (view, event) => {
        const { clipboardData } = event
        const html = clipboardData?.getData('text/html') ?? ''
        // A spreadsheet copies a picture of its cells along.
        if (!/<table/i.test(html) && taken(clipboardData?.files)) return true
        const table = html === '' ? tableOfText(clipboardData?.getData('text/plain') ?? '') : undefined
        if (table === undefined || isInTable(view.state)) return false
        return files.editor.current?.commands.insertContent(plainTables(table)) === true
      },
      transformPastedHTML: plainTables,
    },
    onUpdate: ({ editor: changed }) => {
      const text = changed.isEmpty ? null : changed.getMarkdown().trim()
      settle.hold(text)
      props.onChange(text)
    },
  })
  files.editor.current = editor
  const inTable = useEditorState({ editor, selector: ({ editor: read }) => read.isActive('table') })
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && linking) {
      event.stopPropagation()
      setLinking(false)
    } else if (mentions.get() === null && !linking) settle.keyDown(event, 'mod')
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that the focus has left
    <div
      className={classes.editor}
      data-invalid={props.invalid || undefined}
      onBlur={(event) => {
        const inside = event.currentTarget.contains(event.relatedTarget)
        if (!inside && !choosing.current && files.sending === 0) settle.commit()
      }}
      onKeyDownCapture={keyDown}
    >
      <Toolbar
        editor={editor}
        linking={linking}
        onLinking={setLinking}
        onFiles={(chosen) => void files.insert(chosen)}
        onChoosing={(open) => {
          choosing.current = open
        }}
      />
      {inTable && <TableBar editor={editor} />}
      <EditorContent editor={editor} className={classes.text} />
      {files.sending > 0 && (
        <output className={classes.sending}>{t('fields.sendingFiles', { count: files.sending })}</output>
      )}
      <MentionMenu store={mentions} />
    </div>
  )
}
