import type { MailConfig } from '#server/platform/config/mail.ts'

export interface Mail {
  /** One address. */
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

export interface Mailer {
  /** Resolves when the server took it. @throws what the connection, or the server's refusal, gave */
  send(mail: Mail): Promise<void>
  close(): void
}

/** A server that does not answer holds nobody up for longer. */
const patience = 15_000

/** Sends through one SMTP server, over a few connections that are kept for a while. Nothing is loaded before the first mail. */
export function createMailer({ smtpUrl, from }: MailConfig): Mailer {
  const open = async () => {
    const { createTransport } = await import('nodemailer')
    return createTransport(
      {
        url: smtpUrl,
        pool: true,
        maxConnections: 4,
        connectionTimeout: patience,
        greetingTimeout: patience,
        socketTimeout: patience,
        disableFileAccess: true,
        disableUrlAccess: true,
      },
      { from },
    )
  }
  let transport: ReturnType<typeof open> | undefined
  return {
    async send({ to, subject, text, html }) {
      transport ??= open()
      // An address is one person's: a list in it would be many letters.
      await (await transport).sendMail({ to: { name: '', address: to }, subject, text, html })
    },
    close() {
      void transport?.then((opened) => opened.close())
    },
  }
}
