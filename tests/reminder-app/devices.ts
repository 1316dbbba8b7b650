// Devices of one person, over the application itself: each with a store, a clock and a network of its own.

import 'fake-indexeddb/auto'
import { createEngine } from '../../src/reminder-app/engine/create.ts'
import type { Device } from '../../src/reminder-app/engine/device.ts'
import type { Engine } from '../../src/reminder-app/engine.ts'
import type { Kalends } from '../harness.ts'

const SERVER = 'https://kalends.example'
let devices = 0

export interface TestDevice {
  engine: Engine
  /** What a test turns. */
  at: { online: boolean; now: string | null; language: 'ko' | 'en' }
  /** Calls that were made, `GET /v1/…`. */
  calls: string[]
  /** The app is closed and opened again: what is in memory is gone. */
  reopen(): Promise<Engine>
}

/** What the network does with a request; throwing is no answer. */
export type Network = (request: Request, send: () => Promise<Response>) => Promise<Response>

export function deviceOn(
  kalends: Kalends,
  network: Network = (_, send) => send(),
  push: Device['push'] = null,
): TestDevice {
  const at: TestDevice['at'] = { online: true, now: null, language: 'en' }
  const calls: string[] = []
  const device: Device = {
    ...{ server: SERVER, publicUrl: SERVER, database: `device-${++devices}` },
    ...{ timezone: 'Asia/Seoul', language: () => at.language, push, sight: null, retries: 0 },
    now: () => Date.parse(at.now ?? kalends.clock.now),
    isOnline: () => at.online,
    exclusively: (work) => work(),
    outdated: () => {},
    windows: { tell: () => {}, listen: () => {} },
    fetch(request) {
      const path = request.url.slice(SERVER.length)
      calls.push(`${request.method} ${path.replace(/[a-z0-9]{32}/, '{token}')}`)
      if (!at.online) throw new TypeError('fetch failed')
      return network(request, async () => kalends.request(path, request))
    },
  }
  const made: TestDevice = {
    ...{ at, calls, engine: createEngine(device) },
    async reopen() {
      made.engine = createEngine(device)
      await made.engine.start()
      return made.engine
    },
  }
  return made
}

/** A device that has the calendar. */
export async function following(kalends: Kalends, calendar = 'harbour/regatta') {
  const device = deviceOn(kalends)
  await device.engine.start()
  await device.engine.follow(calendar)
  await device.engine.sync()
  return device
}

/** Another device of the same person. */
export async function joining({ engine }: TestDevice, kalends: Kalends) {
  const device = deviceOn(kalends)
  await device.engine.start()
  await device.engine.openLink((await engine.links())?.manageUrl ?? '')
  await device.engine.sync()
  return device
}

export const YEAR = ['2026-03-01T00:00:00Z', '2027-05-01T00:00:00Z'] as const
