// Inside the partners' thread: the same application over its own connection to the same file.

import { parentPort, workerData } from 'node:worker_threads'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { openStation } from './node.ts'
import { type Answer, type Call, TICK, UNDER_WAY } from './thread.ts'
import { ticker } from './timer.ts'

const { ports } = openStation(workerData as Config)
const app = createApp(ports)
const tick = ticker(ports)

parentPort?.on('message', async (message: Call | 'sign') => {
  if (message === 'sign') parentPort?.postMessage('sign')
  else {
    const answer = await answered(message)
    parentPort?.postMessage(answer, [answer.body])
  }
})

let underWay = 0

/** 204 when nothing goes on after it. */
async function ticked(): Promise<number> {
  const { ended } = await tick()
  underWay += 1
  void ended.finally(() => {
    underWay -= 1
  })
  await new Promise((turn) => setImmediate(turn))
  return underWay > 0 ? UNDER_WAY : 204
}

async function answered({ id, method, url, headers, body }: Call): Promise<Answer> {
  if (method === TICK.method) {
    return { id, status: await ticked(), headers: [], body: new ArrayBuffer(0) }
  }
  const response = await app.fetch(new Request(url, { method, headers, body }))
  return {
    ...{ id, status: response.status, headers: [...response.headers] },
    body: await response.arrayBuffer(),
  }
}

parentPort?.postMessage('sign')
