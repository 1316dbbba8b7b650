// A letter, to a mail server that writes down what it is told.

import { createServer, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { nodeMail } from '../../src/outbound/node-mail.ts'
import { watch } from './origin.ts'

/** Takes every letter, or answers RCPT as told. */
async function mailServer(recipient = '250 ok') {
  const said: string[] = []
  const server = watch(createServer((socket) => receive(socket, said, recipient)))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as { port: number }
  return { said, config: { smtpUrl: `smtp://127.0.0.1:${port}`, from: 'kalends@example.com' } }
}

function receive(socket: Socket, said: string[], recipient: string) {
  socket.write('220 here\r\n')
  let data = false
  socket.on('data', (bytes) => {
    for (const line of bytes.toString().split('\r\n').slice(0, -1)) {
      said.push(line)
      if (data && line !== '.') continue
      if (line === 'DATA') socket.write('354 go on\r\n')
      else if (line.startsWith('RCPT')) socket.write(`${recipient}\r\n`)
      else socket.write('250 ok\r\n')
      data = line === 'DATA'
    }
  })
}

const LETTER = {
  to: 'harbour@example.org',
  subject: '‘레가타’ 일정',
  text: 'https://a.example/b\n\n끝\n',
}

test('a letter is handed to the mail server, as written by a machine', async () => {
  const { said, config } = await mailServer()
  await nodeMail(config)(LETTER)
  expect(said).toEqual(
    expect.arrayContaining([
      'MAIL FROM:<kalends@example.com>',
      'RCPT TO:<harbour@example.org>',
      'To: harbour@example.org',
      'Auto-Submitted: auto-generated',
    ]),
  )
  expect(said.find((line) => line.startsWith('Subject: '))).toMatch(/^Subject: =\?UTF-8\?/)
})

test('a letter that is not taken is an error', async () => {
  const { config } = await mailServer('450 try later')
  await expect(nodeMail(config)(LETTER)).rejects.toThrow('450')
})

test('nothing in an address or a subject becomes a command of its own', async () => {
  const { said, config } = await mailServer()
  const subject = 'a\r\nBcc: everybody@example.org'
  await nodeMail(config)({ ...LETTER, subject }).catch(() => {})
  expect(said.filter((line) => /^(Bcc|RCPT TO:<everybody)/i.test(line))).toEqual([])
})
