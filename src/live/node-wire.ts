// The way to one listener on Node: straight to its connection. A web stream for each would cost more
// than all the rest of it.

import type { ServerResponse } from 'node:http'
import { type Connect, connectBody } from './wire.ts'

const nothing = () => {}

/** The answer is given here; the server's adapter is told so by `headersSent`. */
export const connectNode: Connect = (head, left, connection) => {
  const { outgoing } = (connection ?? {}) as { outgoing?: ServerResponse }
  if (!outgoing) return connectBody(head, left, connection)
  outgoing.on('error', nothing)
  outgoing.on('close', left)
  if (outgoing.destroyed) queueMicrotask(left)
  outgoing.writeHead(head.status, Object.fromEntries(head.headers))
  const wire = {
    waiting: () => outgoing.writableLength,
    write: (text: string) => void outgoing.write(text),
    end: () => void outgoing.end(),
    drop: () => void outgoing.destroy(),
  }
  return { wire, response: head }
}
