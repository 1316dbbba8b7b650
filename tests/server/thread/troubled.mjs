// Stands in for what runs in the partners' thread: fine, stuck, or hungry, as the address says.

import { parentPort, threadId } from 'node:worker_threads'

parentPort.postMessage('sign')
parentPort.on('message', (message) => {
  if (message === 'sign') parentPort.postMessage('sign')
  else if (message.url.endsWith('stuck') || message.method === 'TICK') for (;;);
  else if (message.url.endsWith('hungry')) eat()
  else if (!message.url.endsWith('never')) answer(message.id)
})

function answer(id) {
  const body = new TextEncoder().encode(String(threadId)).buffer
  parentPort.postMessage({ id, status: 200, headers: [], body }, [body])
}

function eat() {
  const eaten = []
  for (;;) eaten.push(new Array(1_000_000).fill(eaten.length))
}
