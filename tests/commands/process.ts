// Runs the real command in a process of its own, with a folder that is gone afterwards.

import { type ChildProcess, spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, onTestFinished, vi } from 'vitest'

const PROGRAM = fileURLToPath(new URL('../../src/kalends.mjs', import.meta.url))

// Each process takes a second or two to load, more beside other tests.
vi.setConfig({ testTimeout: 90_000 })

export interface Ran {
  status: number | null
  out: string
  err: string
}

export type Env = Record<string, string>

/** A folder for one test. */
export function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kalends-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Runs a command to its end. Nothing of this process's own settings reaches it. */
export async function kalends(args: string[], env: Env = {}): Promise<Ran> {
  const started = start(args, env)
  await once(started.child, 'close')
  return { status: started.child.exitCode, out: started.out(), err: started.err() }
}

export interface Started {
  child: ChildProcess
  out(): string
  err(): string
  /** What was printed up to a line that matches; fails when the process ends before. */
  printed(pattern: RegExp): Promise<string>
  /** Sends a signal and waits for the end. Returns the exit status, or the signal it died of. */
  end(signal: NodeJS.Signals): Promise<number | string | null>
}

const running = new Set<ChildProcess>()
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
})

/** A process that is still running; ended with the test. */
export function start(args: string[], env: Env): Started {
  // Beside the data folder, where a test's files are.
  const cwd = env.DATA_DIR && dirname(env.DATA_DIR)
  if (cwd) mkdirSync(cwd, { recursive: true })
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', ...env },
    ...(cwd ? { cwd } : {}),
  })
  running.add(child)
  child.once('close', () => running.delete(child))
  const said = { out: '', err: '' }
  const changed = new EventEmitter()
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text
    changed.emit('change')
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text
    changed.emit('change')
  })
  child.once('close', () => changed.emit('change'))
  return {
    child,
    out: () => said.out,
    err: () => said.err,
    async printed(pattern) {
      while (!pattern.test(said.out) && !pattern.test(said.err)) {
        if (!running.has(child))
          throw new Error(`ended before it said ${pattern}:\n${said.out}${said.err}`)
        await once(changed, 'change')
      }
      return said.out
    },
    async end(signal) {
      const closed = once(child, 'close')
      child.kill(signal)
      if (running.has(child)) await closed
      return child.exitCode ?? child.signalCode
    },
  }
}

export interface Serving extends Started {
  url: string
  /** What the start printed. */
  greeting: string
  /** The operator's key, when one was printed. */
  key: string | undefined
}

/** A server that is ready, on a port of its own; without examples unless `KALENDS_FEEDS` says so. */
export async function serving(env: Env): Promise<Serving> {
  const started = start(['serve'], { PORT: '0', KALENDS_FEEDS: 'none', ...env })
  const greeting = await started.printed(/\/docs\n/)
  const url = /http:\/\/[\d.:]+(?=\/\n)/.exec(greeting)?.[0] ?? ''
  const key = /^ {4}([a-z2-7]{40,})$/m.exec(greeting)?.[1]
  return { ...started, url, greeting, key }
}
