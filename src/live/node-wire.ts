// The way to one listener on Node: straight to its connection. A web stream for each would cost more
// than all the rest of it.

import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Connect, connectBody } from './wire.ts'

interface Connection {
  incoming: IncomingMessage
  outgoing: ServerResponse
}

const nothing = () => {}

/** What only answering needed is not held while the stream stays open: half of what it would cost. */
function letGo({ incoming, outgoing }: Connection): void {
  // The adapter's, which holds the whole request in order to abort it.
  outgoing.removeAllListeners('close')
  incoming.headers = {}
  incoming.rawHeaders = []
}

/** The answer is given here; the server's adapter is told so by `headersSent`. */
export const connectNode: Connect = (head, left, connection) => {
  const { incoming, outgoing } = (connection ?? {}) as Partial<Connection>
  if (!incoming || !outgoing) return connectBody(head, left, connection)
  letGo({ incoming, outgoing })
  outgoing.on('error', nothing)
  outgoing.on('close', left)
  if (outgoing.destroyed) queueMicrotask(left)
  outgoing.writeHead(head.status, Object.fromEntries(head.headers))
  // By itself: the headers are held as one string then, rather than as all its pieces.
  outgoing.flushHeaders()
  const wire = {
    waiting: () => outgoing.writableLength,
    write: (text: string) => void outgoing.write(text),
    end: () => void outgoing.end(),
    drop: () => void outgoing.destroy(),
  }
  return { wire, response: head }
}
