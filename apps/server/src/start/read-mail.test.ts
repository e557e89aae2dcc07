import { describe, expect, it } from 'vitest'
import { type MailEnvironment, readMail } from './read-mail.ts'

const MAIL = {
  TIJDIG_SMTP_URL: 'smtps://tijdig:geheim@mail.example.nl',
  TIJDIG_MAIL_FROM: 'Tijdig <tijdig@example.nl>',
}
const ADDRESS = 'https://tijdig.example.nl'
const read = (environment: MailEnvironment, address: string | undefined = ADDRESS) =>
  readMail(environment, address)
const refused = (words: string) => ({ ok: false, error: expect.stringContaining(words) })

describe('how mail goes out', () => {
  it('is not at all, unless somebody says how', () => {
    expect(read({})).toEqual({ ok: true, value: undefined })
    expect(read({ TIJDIG_SMTP_URL: '', TIJDIG_MAIL_FROM: '' })).toMatchObject({ value: undefined })
  })

  it('is by the server that is named, at seven in the morning', () => {
    expect(read(MAIL)).toEqual({
      ok: true,
      value: {
        url: MAIL.TIJDIG_SMTP_URL,
        from: { name: 'Tijdig', address: 'tijdig@example.nl' },
        address: ADDRESS,
        time: '07:00',
      },
    })
    expect(
      read({ ...MAIL, TIJDIG_MAIL_FROM: 'post@example.nl', TIJDIG_MAIL_TIME: '06:30' }),
    ).toMatchObject({
      value: { from: { name: 'Tijdig', address: 'post@example.nl' }, time: '06:30' },
    })
  })

  it.each([
    'mail.example.nl',
    'http://mail.example.nl',
    'smtp://',
    'smtp://mail.example.nl/map',
    'smtp://a:b@mail.example.nl?tls.rejectUnauthorized=false',
  ])('takes no server that is none, or that need not be who it says: %s', (url) => {
    const answer = read({ ...MAIL, TIJDIG_SMTP_URL: url })
    expect(answer).toMatchObject(refused('TIJDIG_SMTP_URL'))
  })

  it('never repeats a password', () => {
    const answer = read({ ...MAIL, TIJDIG_SMTP_URL: 'imap://tijdig:geheim@mail.example.nl' })
    expect(JSON.stringify(answer)).not.toContain('geheim')
  })

  it.each(['', 'tijdig', 'a@b@c', 'Tijdig <x>', 'a@example.nl\r\nBcc: b@example.nl', 'a, b@c.nl'])(
    'takes no sender that is none: %j',
    (from) => {
      expect(read({ ...MAIL, TIJDIG_MAIL_FROM: from })).toMatchObject(refused('TIJDIG_MAIL_FROM'))
    },
  )

  it.each(['7:00', '24:00', '07:60', 'zeven', '0700'])('takes no time that is none: %s', (time) => {
    expect(read({ ...MAIL, TIJDIG_MAIL_TIME: time })).toMatchObject(refused('TIJDIG_MAIL_TIME'))
  })

  it('asks for what is missing', () => {
    expect(readMail(MAIL, undefined)).toMatchObject(refused('TIJDIG_ADDRESS'))
    expect(read({ TIJDIG_MAIL_FROM: 'a@example.nl' })).toMatchObject(refused('TIJDIG_SMTP_URL'))
  })
})
