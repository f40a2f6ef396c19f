/** How mail goes out. */
export interface MailConfig {
  /** `smtp://user:password@host:587`, or `smtps://` for TLS from the first byte. */
  readonly smtpUrl: string
  /** An address, or `Name <address>`. */
  readonly from: string
}

type Environment = Readonly<Record<string, string | undefined>>

/** Both variables or neither. What is wrong is added to `problems`, which never holds the password. */
export function readMail(env: Environment, problems: string[]): MailConfig | undefined {
  const [url = '', from = ''] = [env.KITH_SMTP_URL?.trim(), env.KITH_MAIL_FROM?.trim()]
  if (url === '' && from === '') return undefined
  if (url === '' || from === '') {
    const [there, missing] = url === '' ? ['MAIL_FROM', 'SMTP_URL'] : ['SMTP_URL', 'MAIL_FROM']
    problems.push(`KITH_${there} is set and KITH_${missing} is not: set both to send mail, or neither`)
    return undefined
  }
  if (!isSmtpUrl(url))
    problems.push('KITH_SMTP_URL=…: give smtp://USER:PASSWORD@HOST:587, or smtps:// for TLS from the start')
  if (!isSender(from))
    problems.push('KITH_MAIL_FROM=…: give an address, such as crm@example.com or Kith <crm@example.com>')
  return { smtpUrl: url, from }
}

function isSmtpUrl(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== '' && /^\/?$/.test(url.pathname)
}

const isSender = (text: string): boolean =>
  /^(?:[^<>\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/.test(text)
