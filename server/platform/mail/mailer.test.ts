import { afterEach, expect, test } from 'vitest'
import { startSmtpServer } from '#test/support/smtp-server.ts'
import { createMailer, type Mailer } from './index.ts'

const open: { mailer: Mailer; stop: () => Promise<void> }[] = []
afterEach(async () => {
  for (const { mailer, stop } of open.splice(0)) {
    mailer.close()
    await stop()
  }
})

async function start(options: { refuse?: string } = {}) {
  const server = await startSmtpServer(options)
  const mailer = createMailer({
    smtpUrl: `smtp://kith:geheim@127.0.0.1:${server.port}`,
    from: 'Kith <crm@example.com>',
  })
  open.push({ mailer, stop: server.stop })
  return { server, mailer }
}

const mail = { to: 'chen@example.com', subject: '邀请你加入“三叶草”', text: '链接：x', html: '<p>链接</p>' }

test('a mail arrives with its sender, one receiver, text and HTML', async () => {
  const { server, mailer } = await start()
  await mailer.send(mail)
  const [got] = server.mails
  expect(got).toMatchObject({ from: 'crm@example.com', to: ['chen@example.com'], user: 'kith' })
  expect(got!.data).toContain('multipart/alternative')
  expect(got!.data).toContain('From: Kith <crm@example.com>')
})

test('line breaks and lists in an address or a subject make no further header and no further receiver', async () => {
  const { server, mailer } = await start()
  await mailer.send({ ...mail, subject: 'a\r\nBcc: eve@example.com' })
  expect(server.mails[0]!.to).toEqual(['chen@example.com'])
  expect(server.mails[0]!.data).not.toMatch(/^Bcc:/im)
  await mailer.send({ ...mail, to: 'chen@example.com, eve@example.com' }).catch(() => {})
  for (const { to } of server.mails) expect(to).not.toContain('eve@example.com')
})

test('a refusal of the server is told', async () => {
  const { mailer } = await start({ refuse: '550 no such person' })
  await expect(mailer.send(mail)).rejects.toThrow('550')
})
