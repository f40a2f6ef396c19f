import { Popover, TextInput } from '@mantine/core'
import type { Editor } from '@tiptap/react'
import { type ReactElement, useState } from 'react'
import { useMessages } from '#web/messages/use-messages.ts'
import { composing } from '../composition.ts'

interface LinkBoxProps {
  readonly editor: Editor
  readonly opened: boolean
  readonly onOpened: (opened: boolean) => void
  readonly children: ReactElement
}

/** Asks where the chosen words lead. Enter sets the link, an empty one takes it away. */
export function LinkBox({ editor, opened, onOpened, children }: LinkBoxProps) {
  return (
    <Popover opened={opened} onChange={onOpened} position="bottom-start" withinPortal={false} trapFocus>
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown p={8}>
        {opened && <Address editor={editor} onDone={() => onOpened(false)} />}
      </Popover.Dropdown>
    </Popover>
  )
}

function Address({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const { t } = useMessages()
  const [href, setHref] = useState(String(editor.getAttributes('link').href ?? ''))
  const set = () => {
    const target = href.trim()
    const link = /^[a-z][a-z\d+.-]*:/i.test(target) ? target : `https://${target}`
    const chain = editor.chain().focus().extendMarkRange('link')
    if (target === '') chain.unsetLink().run()
    else if (editor.state.selection.empty && !editor.isActive('link'))
      chain
        .insertContent({ type: 'text', text: target, marks: [{ type: 'link', attrs: { href: link } }] })
        .run()
    else chain.setLink({ href: link }).run()
    onDone()
  }
  return (
    <TextInput
      w={260}
      aria-label={t('fields.linkAddress')}
      value={href}
      data-autofocus
      onChange={(event) => setHref(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (composing(event)) return
        if (event.key === 'Enter') {
          event.preventDefault()
          event.stopPropagation()
          set()
        }
      }}
    />
  )
}
