// The starter on a bare machine, with a stand-in for npm that notes what it was asked.

import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'

const CLONES = mkdtempSync(join(tmpdir(), 'kalends-'))
afterAll(() => rmSync(CLONES, { recursive: true }))

const LOCK = {
  packages: {
    '': { version: '1.0.0' },
    'node_modules/better-sqlite3': { version: '12.0.0' },
    'node_modules/vitest': { version: '4.0.0', dev: true },
    'node_modules/only-on-a-mac': { version: '1.0.0', optional: true },
  },
}
const START = { 'node_modules/better-sqlite3': { version: '12.0.0' } }
const DRIVER = 'module.exports = class { close() {} }'
const BROKEN_DRIVER = 'throw new Error("compiled against a different Node.js version")'

let clone = ''
let count = 0

beforeEach(() => {
  clone = join(CLONES, `${++count}`)
  write('package.json', { type: 'module' })
  write('package-lock.json', LOCK)
  mkdirSync(join(clone, 'src'))
  cpSync('src/install.mjs', join(clone, 'src/install.mjs'))
  npmThat({ installs: LOCK.packages })
})

test('a fresh clone gets what `npm start` needs, in one go', () => {
  npmThat({ installs: START })
  expect(start()).toMatchObject({ status: 0, asked: ['ci --omit=dev'] })
})

test('tests need the tools as well', () => {
  expect(start(['--dev'])).toMatchObject({ status: 0, asked: ['ci --include=dev'] })
})

test('a second start asks nothing and says nothing', () => {
  installed(START)
  expect(start()).toEqual({ status: 0, asked: [], said: '' })
})

test('an installation with the tools is enough to start', () => {
  installed(LOCK.packages)
  expect(start().asked).toEqual([])
})

test('what is there already is kept: the driver is not compiled again for the tests', () => {
  installed(START)
  expect(start(['--dev']).asked).toEqual(['install --no-save --include=dev'])
})

test('a changed lock file is followed', () => {
  installed({ 'node_modules/better-sqlite3': { version: '11.0.0' } })
  npmThat({ installs: START })
  expect(start().asked).toEqual(['install --no-save --omit=dev'])
})

test('a driver compiled for another Node is compiled anew', () => {
  installed(START, BROKEN_DRIVER)
  npmThat({ installs: START })
  expect(start()).toMatchObject({ status: 0, asked: ['rebuild better-sqlite3'] })
})

test('an interrupted installation is begun again', () => {
  write('node_modules/better-sqlite3/index.js', BROKEN_DRIVER)
  expect(start()).toMatchObject({ status: 0, asked: ['ci --omit=dev'] })
})

test.each([
  ['npm error gyp ERR! find Python', 'C++ compiler'],
  ['npm error gyp ERR! stack Error: getaddrinfo ENOTFOUND', 'npm_config_nodedir'],
  ['npm error code EAI_AGAIN', 'check the network'],
  ['npm error code E503', 'check the network'],
  ['npm error code ENOSPC', 'free space'],
  ['npm error code EUSAGE', 'run `npm install`'],
  ['npm error something new', 'its last lines are above'],
])('npm’s “%s” is answered with “%s”', (output, advice) => {
  npmThat({ fails: output })
  const { status, said } = start()
  expect(status).toBe(1)
  expect(said).toContain(output)
  expect(said.split('\n').at(-1)).toContain(advice)
})

test('a success of npm that leaves the driver unusable is a failure', () => {
  npmThat({ installs: START, driver: BROKEN_DRIVER })
  expect(start().status).toBe(1)
})

test('Node’s headers are pointed at where they lie beside it, unless the reader did', () => {
  const beside = dirname(dirname(process.execPath))
  const found = existsSync(join(beside, 'include/node/node.h')) ? beside : 'none'
  start()
  expect(readFileSync(join(clone, 'nodedir'), 'utf8')).toBe(found)
  rmSync(join(clone, 'node_modules'), { recursive: true })
  start([], { NPM_CONFIG_NODEDIR: '/elsewhere' })
  expect(readFileSync(join(clone, 'nodedir'), 'utf8')).toBe('/elsewhere')
})

test('Korean is spoken where the system speaks it', () => {
  npmThat({ fails: 'npm error code EAI_AGAIN' })
  expect(start([], { LC_ALL: 'ko_KR.UTF-8' }).said).toContain('네트워크')
})

test('without a lock file it is a package of something else, whose npm has seen to it', () => {
  rmSync(join(clone, 'package-lock.json'))
  expect(start()).toEqual({ status: 0, asked: [], said: '' })
})

function start(args: string[] = [], env: Record<string, string> = {}) {
  const result = spawnSync(process.execPath, [join(clone, 'src/install.mjs'), ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LC_ALL: 'C', npm_execpath: join(clone, 'npm-cli.js'), ...env },
  })
  const said = `${result.stdout}${result.stderr}`.trim()
  return { status: result.status, asked: asked(), said }
}

/** What npm was asked, without the options that only quieten it. */
function asked(): string[] {
  try {
    const lines = readFileSync(join(clone, 'asked'), 'utf8').trim().split('\n')
    return lines.map((line) => line.slice(0, line.indexOf(' --loglevel')))
  } catch {
    return []
  }
}

function npmThat(does: { installs?: object; driver?: string; fails?: string }) {
  const record = JSON.stringify({ packages: does.installs })
  write(
    'npm-cli.js',
    `import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
    const { npm_config_nodedir, NPM_CONFIG_NODEDIR } = process.env
    writeFileSync('nodedir', [npm_config_nodedir, NPM_CONFIG_NODEDIR].filter(Boolean).join() || 'none')
    appendFileSync('asked', process.argv.slice(2).join(' ') + '\\n')
    if (${Boolean(does.fails)}) {
      console.error(${JSON.stringify(does.fails)})
      process.exit(1)
    }
    mkdirSync('node_modules/better-sqlite3', { recursive: true })
    writeFileSync('node_modules/better-sqlite3/index.js', ${JSON.stringify(does.driver ?? DRIVER)})
    writeFileSync('node_modules/.package-lock.json', ${JSON.stringify(record)})`,
  )
}

function installed(packages: object, driver = DRIVER) {
  write('node_modules/.package-lock.json', { packages })
  write('node_modules/better-sqlite3/index.js', driver)
}

function write(path: string, content: object | string) {
  mkdirSync(dirname(join(clone, path)), { recursive: true })
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  writeFileSync(join(clone, path), text)
}
