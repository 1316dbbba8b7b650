// Stands in for what runs in the partners' thread: a tick leaves nothing behind that goes on.

import { parentPort, threadId } from 'node:worker_threads'

parentPort.postMessage('sign')
parentPort.on('message', (message) => {
  if (message === 'sign') parentPort.postMessage('sign')
  else {
    const isTick = message.method === 'TICK'
    const body = new TextEncoder().encode(isTick ? '' : String(threadId)).buffer
    parentPort.postMessage({ id: message.id, status: isTick ? 204 : 200, headers: [], body }, [
      body,
    ])
  }
})
