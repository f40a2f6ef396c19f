import type { Mail } from '#server/platform/mail/index.ts'
import type { Language } from '#shared/language.ts'

interface InvitationLetter {
  readonly to: string
  readonly language: Language
  readonly workspace: string
  readonly inviter: string
  readonly link: string
}

interface Texts {
  readonly subject: (inviter: string, workspace: string) => string
  readonly what: (inviter: string, workspace: string) => string
  readonly join: string
  readonly lasts: string
  readonly unexpected: string
}

const texts: Record<Language, Texts> = {
  'zh-CN': {
    subject: (inviter, workspace) => `${inviter}邀请你加入“${workspace}”`,
    what: (inviter, workspace) => `${inviter}邀请你加入“${workspace}”，在知客里一起跟进客户。`,
    join: '加入',
    lasts: '链接七天内有效，只能用一次。',
    unexpected: '如果不认识邀请人，忽略这封邮件即可。',
  },
  'zh-TW': {
    subject: (inviter, workspace) => `${inviter}邀請你加入「${workspace}」`,
    what: (inviter, workspace) => `${inviter}邀請你加入「${workspace}」，在知客裡一起跟進客戶。`,
    join: '加入',
    lasts: '連結七天內有效，只能使用一次。',
    unexpected: '如果不認識邀請人，忽略這封郵件即可。',
  },
  en: {
    subject: (inviter, workspace) => `${inviter} invites you to ${workspace}`,
    what: (inviter, workspace) =>
      `${inviter} invites you to join ${workspace} on Kith, where you look after customers together.`,
    join: 'Join',
    lasts: 'The link works once, within seven days.',
    unexpected: 'If you do not know who invites you, ignore this mail.',
  },
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)

/** Names are what people typed: they stay one line in a subject, and text in HTML. */
export function invitationMail({ to, language, link, ...names }: InvitationLetter): Mail {
  const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()
  const [inviter, workspace] = [plain(names.inviter), plain(names.workspace)]
  const { subject, what, join, lasts, unexpected } = texts[language]
  const letter = what(inviter, workspace)
  return {
    to,
    subject: subject(inviter, workspace),
    text: `${letter}\n\n${link}\n\n${lasts}\n${unexpected}\n`,
    html: `<!doctype html><html lang="${language}"><body style="font:15px/1.6 sans-serif;color:#1f2328">
<p>${escaped(letter)}</p>
<p><a href="${escaped(link)}" style="display:inline-block;padding:8px 20px;border-radius:6px;background:#3559d6;color:#fff;text-decoration:none">${join}</a></p>
<p style="color:#656d76">${lasts}<br>${unexpected}</p>
<p style="color:#656d76;font-size:13px">${escaped(link)}</p>
</body></html>`,
  }
}
