// What the polls are compared with: node:http answering the same bytes, or 304, from memory.

import { createServer } from 'node:http'

export interface Stored {
  headers: Record<string, string>
  bodyBase64: string
}

process.on('message', (message: Stored | 'usage') => {
  if (typeof message !== 'object') return
  const { headers } = message
  const body = Buffer.from(message.bodyBase64, 'base64')
  const { 'content-length': _, ...without } = headers
  const server = createServer((request, response) => {
    if (request.headers['if-none-match'] === headers.etag) {
      response.writeHead(304, without)
      response.end()
      return
    }
    response.writeHead(200, headers)
    response.end(body)
  })
  server.listen(0, '127.0.0.1', () => process.send?.(server.address()))
})
