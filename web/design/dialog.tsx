import { Modal } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './dialog.module.css'
import { IconButton } from './icon-button.tsx'
import { useTopmost } from './topmost.ts'
import { useBackCloses } from './use-back-closes.ts'
import { useFocusBack } from './use-focus-back.ts'
import { useKeyboardRoom } from './use-keyboard-room.ts'
import { usePhone } from './use-phone.ts'
import { useSheetDrag } from './use-sheet-drag.ts'

interface DialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly title: string
  readonly children: ReactNode
  /** Buttons, the main one last. */
  readonly footer?: ReactNode
  /** Width in pixels; on a phone it is a sheet from the bottom edge. */
  readonly width?: number
  /** On a phone the focus begins at the sheet itself, so that no keyboard comes up over what is to be read first. */
  readonly still?: boolean
  /** At the right of the title on a phone. */
  readonly act?: ReactNode
}

/**
 * One question or form above the page; a sheet on a phone. Focus stays in it; Esc, the way back and a finger that draws
 * the sheet down close it, and only it; focus returns to where it was.
 */
export function Dialog(props: DialogProps) {
  const { opened, onClose, title, children, footer, width = 440, still = false } = props
  const { t } = useMessages()
  const phone = usePhone()
  const topmost = useTopmost(opened)
  const drag = useSheetDrag(onClose)
  useFocusBack(opened)
  useBackCloses(opened && topmost && phone, onClose)
  useKeyboardRoom(opened && phone)
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      closeOnEscape={topmost}
      size={width}
      yOffset="12vh"
      transitionProps={{ duration: 150, transition: 'fade' }}
      classNames={{ inner: classes.inner, content: classes.content, overlay: classes.overlay }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <header className={classes.header} {...(phone && drag)}>
          {phone && <span className={classes.handle} aria-hidden />}
          <Modal.Title
            className={classes.title ?? ''}
            {...(phone && still && { tabIndex: -1, 'data-autofocus': true })}
          >
            {title}
          </Modal.Title>
        </header>
        {phone && props.act !== undefined && <div className={classes.act}>{props.act}</div>}
        <Modal.Body className={classes.body}>{children}</Modal.Body>
        {footer !== undefined && <footer className={classes.footer}>{footer}</footer>}
        {/* Last, so that the focus begins at what the dialog asks for. */}
        <IconButton
          className={classes.close}
          icon={IconX}
          label={t('design.close')}
          size={phone ? 'md' : 'sm'}
          onClick={onClose}
        />
      </Modal.Content>
    </Modal.Root>
  )
}
