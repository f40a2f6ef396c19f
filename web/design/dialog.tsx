import { Modal } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './dialog.module.css'
import { IconButton } from './icon-button.tsx'

export interface DialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly title: string
  readonly children: ReactNode
  /** Buttons, the main one last. */
  readonly footer?: ReactNode
  /** Width in pixels; on a phone it is a sheet from the bottom edge. */
  readonly width?: number
}

/** One question or form above the page. Focus stays in it, Esc closes it, focus returns to where it was. */
export function Dialog({ opened, onClose, title, children, footer, width = 440 }: DialogProps) {
  const { t } = useMessages()
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={width}
      yOffset="12vh"
      transitionProps={{ duration: 150, transition: 'fade' }}
      classNames={{ inner: classes.inner, content: classes.content, overlay: classes.overlay }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <header className={classes.header}>
          <Modal.Title className={classes.title}>{title}</Modal.Title>
        </header>
        <Modal.Body className={classes.body}>{children}</Modal.Body>
        {footer !== undefined && <footer className={classes.footer}>{footer}</footer>}
        {/* Last, so that the focus begins at what the dialog asks for. */}
        <IconButton
          className={classes.close}
          icon={IconX}
          label={t('design.close')}
          size="sm"
          onClick={onClose}
        />
      </Modal.Content>
    </Modal.Root>
  )
}
