// A desktop calendar program that has subscribed to a feed, driven by a line at a time.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const script = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const PYTHON = '/usr/bin/python3'

export interface Program {
  name: string
  command: string[]
  /** Ends well where the program is installed. */
  probe: string[]
}

export const PROGRAMS: Program[] = [
  {
    name: 'Evolution',
    command: ['dbus-run-session', '--', PYTHON, script('evolution.py')],
    probe: [
      ...['dbus-run-session', '--', PYTHON, '-c'],
      'import gi; gi.require_version("ECal", "2.0"); from gi.repository import ECal',
    ],
  },
  {
    name: 'Thunderbird',
    command: [PYTHON, script('thunderbird.py')],
    probe: ['thunderbird', '--version'],
  },
]

/** No desktop program: it brings files, and khal shows them. */
export const VDIRSYNCER: Program = {
  name: 'vdirsyncer and khal',
  command: [PYTHON, script('vdirsyncer.py')],
  probe: ['khal', '--version'],
}

export const isInstalled = ({ probe: [command = '', ...rest] }: Program): boolean =>
  spawnSync(command, rest, { stdio: 'ignore' }).status === 0

export interface Subscriber {
  /** What it shows: `start end title`; of `texts` each `title: description`. */
  ask(what: 'refresh' | 'look' | 'texts'): Promise<string[]>
  end(): void
}

export async function subscribe(
  { command: [command = '', ...rest] }: Program,
  url: string,
  range: readonly [string, string],
): Promise<Subscriber> {
  const child: ChildProcess = spawn(command, [...rest, url, ...range], {
    ...{ env: { ...process.env, DISPLAY: '' }, stdio: ['pipe', 'pipe', 'ignore'] },
  })
  if (!child.stdout) throw new Error('no output')
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const next = async (): Promise<string> => {
    const { value, done } = await lines.next()
    if (done) throw new Error('it has ended')
    return value
  }
  await next()
  return {
    async ask(what) {
      child.stdin?.write(`${what}\n`)
      return JSON.parse(await next())
    },
    end: () => child.stdin?.end(),
  }
}
