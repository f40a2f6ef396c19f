import { type Icon, IconBold, IconItalic, IconList, IconListNumbers, IconQuote } from '@tabler/icons-react'
import { type Editor, EditorContent, useEditor, useEditorState } from '@tiptap/react'
import { IconButton } from '#web/design/icon-button.tsx'
import type { MessageKey } from '#web/messages/catalogue.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { EditorProps } from './field-view.ts'
import classes from './fields.module.css'
import { markdownKit } from './markdown-kit.ts'
import { useSettleOnce } from './use-settle-once.ts'

interface Act {
  readonly mark: string
  readonly icon: Icon
  readonly label: Extract<
    MessageKey,
    'fields.bold' | 'fields.italic' | 'fields.list' | 'fields.numbered' | 'fields.quote'
  >
  readonly run: (editor: Editor) => void
}

const acts: readonly Act[] = [
  {
    mark: 'bold',
    icon: IconBold,
    label: 'fields.bold',
    run: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    mark: 'italic',
    icon: IconItalic,
    label: 'fields.italic',
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    mark: 'bulletList',
    icon: IconList,
    label: 'fields.list',
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    mark: 'orderedList',
    icon: IconListNumbers,
    label: 'fields.numbered',
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    mark: 'blockquote',
    icon: IconQuote,
    label: 'fields.quote',
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
]

/** Formatted text; ⌘Enter and leaving the field save, Esc cancels. */
export default function MarkdownEditor(props: EditorProps) {
  const { t } = useMessages()
  const settle = useSettleOnce(props)
  const editor = useEditor({
    extensions: markdownKit,
    content: typeof props.value === 'string' ? props.value : '',
    contentType: 'markdown',
    autofocus: props.autoFocus === true ? 'end' : false,
    editorProps: {
      attributes: {
        id: props.id,
        role: 'textbox',
        'aria-multiline': 'true',
        ...(props.label !== undefined && { 'aria-label': props.label }),
      },
    },
    onUpdate: ({ editor: changed }) => {
      const text = changed.isEmpty ? null : changed.getMarkdown().trim()
      settle.hold(text)
      props.onChange(text)
    },
  })
  const active = useEditorState({
    editor,
    selector: ({ editor: read }) => acts.filter((act) => read.isActive(act.mark)).map((act) => act.mark),
  })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that the focus has left
    <div
      className={classes.richEditor}
      data-invalid={props.invalid || undefined}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) settle.commit()
      }}
      onKeyDownCapture={(event) => settle.keyDown(event, 'mod')}
    >
      <div className={classes.toolbar} role="toolbar" aria-label={t('fields.formatting')}>
        {acts.map((act) => (
          <IconButton
            key={act.mark}
            size="sm"
            icon={act.icon}
            label={t(act.label)}
            aria-pressed={active.includes(act.mark)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => act.run(editor)}
          />
        ))}
      </div>
      <EditorContent editor={editor} className={classes.richText} />
    </div>
  )
}
