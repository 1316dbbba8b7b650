// Letters over SMTP, by the operator's own server. Loaded with the first letter: most never send one.

import type { MailConfig } from '../config.ts'
import type { Mail } from '../ports.ts'

/** As long as any other server may take. */
const PATIENCE_MS = 30_000

export function nodeMail({ smtpUrl, from }: MailConfig): Mail {
  return async ({ to, subject, text }) => {
    const { createTransport } = await import('nodemailer')
    const transport = createTransport({
      ...{ url: smtpUrl, connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS },
      ...{ socketTimeout: PATIENCE_MS, disableFileAccess: true, disableUrlAccess: true },
    })
    try {
      // Mail programs that answer by themselves leave such letters alone.
      const headers = { 'Auto-Submitted': 'auto-generated' }
      await transport.sendMail({ from, to, subject, text, headers })
    } finally {
      transport.close()
    }
  }
}
