import { IconLink, IconPaperclip } from '@tabler/icons-react'
import { type Editor, useEditorState } from '@tiptap/react'
import { useRef } from 'react'
import { IconButton } from '#web/design/icon-button.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { actLabels, acts } from './acts.ts'
import { LinkBox } from './link-box.tsx'
import classes from './rich.module.css'

interface ToolbarProps {
  readonly editor: Editor
  readonly linking: boolean
  readonly onLinking: (open: boolean) => void
  readonly onFiles: (files: readonly File[]) => void
  /** The window for choosing a file takes the focus, which is no leaving. */
  readonly onChoosing: (choosing: boolean) => void
}

export function Toolbar({ editor, linking, onLinking, onFiles, onChoosing }: ToolbarProps) {
  const { t } = useMessages()
  const input = useRef<HTMLInputElement>(null)
  const active = useEditorState({
    editor,
    selector: ({ editor: read }) =>
      [...acts.map(([mark]) => mark), 'link'].filter((mark) => read.isActive(mark)),
  })
  return (
    <div className={classes.toolbar} role="toolbar" aria-label={t('fields.formatting')}>
      {acts.map(([mark, icon, run]) => (
        <IconButton
          key={mark}
          size="sm"
          icon={icon}
          label={t(actLabels[mark])}
          aria-pressed={active.includes(mark)}
          // A table within a table is none that Markdown could keep.
          disabled={mark === 'table' && active.includes('table')}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => run(editor)}
        />
      ))}
      <LinkBox editor={editor} opened={linking} onOpened={onLinking}>
        <IconButton
          size="sm"
          icon={IconLink}
          label={t('fields.link')}
          aria-pressed={active.includes('link')}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onLinking(!linking)}
        />
      </LinkBox>
      <IconButton
        size="sm"
        icon={IconPaperclip}
        label={t('fields.attach')}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          onChoosing(true)
          input.current?.click()
        }}
      />
      <input
        ref={(element) => {
          input.current = element
          if (element !== null) element.oncancel = () => onChoosing(false)
        }}
        type="file"
        multiple
        hidden
        tabIndex={-1}
        onChange={(event) => {
          onChoosing(false)
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </div>
  )
}
