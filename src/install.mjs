// Installs what is missing, without a question: before `npm test` and by the `kalends` command
// itself. Plain JavaScript on Node's own modules, since it runs before anything is installed.

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const OLDEST_NODE = 20
/** Of npm's output, when it failed: it names its reason first, a compiler's comes last. */
const SHOWN_LINES = { first: 8, last: 12 }

/** Returns at once when all is there; ends the process, saying why, when it cannot be had. */
export function ensureInstalled({ dev }) {
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) fail('node')
  // Installed as a package of something else: its npm has seen to the dependencies.
  if (!existsSync(join(ROOT, 'package-lock.json'))) return

  const found = whatIsInstalled(dev)
  if (found === 'all') return
  const started = Date.now()
  console.error(say('begin'))
  const output = npm(commandFor(found, dev))
  if (whatIsInstalled(dev) !== 'all') fail(reasonIn(output), output)
  console.error(say('done', Math.round((Date.now() - started) / 1000)))
}

/**
 * npm leaves in node_modules a record of what it finished installing; the driver of SQLite must
 * load as well, because it is compiled for one version of Node.
 */
function whatIsInstalled(dev) {
  const installed = packagesOf('node_modules/.package-lock.json')
  if (!installed) return 'nothing'
  const wanted = Object.entries(packagesOf('package-lock.json') ?? {})
  const missing = wanted.some(
    ([path, entry]) =>
      path !== '' &&
      !entry.optional &&
      (dev || !entry.dev) &&
      installed[path]?.version !== entry.version,
  )
  if (missing) return 'some'
  try {
    const Sqlite = createRequire(import.meta.url)('better-sqlite3')
    new Sqlite(':memory:').close()
    return 'all'
  } catch {
    return 'all but the driver'
  }
}

function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(join(ROOT, lockFile), 'utf8')).packages
  } catch {
    return undefined
  }
}

function commandFor(found, dev) {
  if (found === 'all but the driver') return ['rebuild', 'better-sqlite3']
  const scope = dev ? '--include=dev' : '--omit=dev'
  // `npm ci` starts from nothing and compiles the driver again: a minute, where `install` adds.
  if (found === 'some') return ['install', '--no-save', scope]
  return ['ci', scope]
}

function npm(args) {
  const quiet = ['--loglevel=error', '--no-audit', '--no-fund', '--no-update-notifier']
  // ical-generator names a newer Node than the oldest it runs on, which is tested here.
  const all = [...args, ...quiet, '--no-engine-strict']
  const script = process.env.npm_execpath ?? ''
  const byPath = basename(script) === 'npm-cli.js'
  const result = spawnSync(byPath ? process.execPath : 'npm', byPath ? [script, ...all] : all, {
    cwd: ROOT,
    env: { ...process.env, ...headersBesideNode() },
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: !byPath && process.platform === 'win32',
  })
  return `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ? `${result.error}` : ''}`
}

/** Where no built driver can be fetched it is compiled, and Node's headers may be here already. */
function headersBesideNode() {
  const set = Object.keys(process.env).some((name) => name.toLowerCase() === 'npm_config_nodedir')
  const nodedir = dirname(dirname(process.execPath))
  if (set || !existsSync(join(nodedir, 'include', 'node', 'node.h'))) return {}
  return { npm_config_nodedir: nodedir }
}

function reasonIn(output) {
  if (/code EUSAGE/.test(output)) return 'lock'
  if (/ENOSPC|EACCES|EPERM|EROFS/.test(output)) return 'disk'
  const unreached = /ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|code E[45]\d\d/
  const gyp = output.split('\n').filter((line) => line.includes('gyp ERR!'))
  if (gyp.length > 0) return unreached.test(gyp.join()) ? 'headers' : 'compiler'
  if (unreached.test(output)) return 'network'
  if (/spawn.*ENOENT|npm: (command )?not found/.test(output)) return 'npm'
  return 'other'
}

function fail(reason, output = '') {
  const lines = output.split('\n').filter((line) => line.trim() !== '')
  const last = Math.max(SHOWN_LINES.first, lines.length - SHOWN_LINES.last)
  for (const line of [...lines.slice(0, SHOWN_LINES.first), ...lines.slice(last)]) {
    console.error(line)
  }
  console.error(say(reason, process.versions.node))
  process.exit(1)
}

function say(message, value) {
  const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || ''
  const text = MESSAGES[message][locale.startsWith('ko') ? 'ko' : 'en']
  return `kalends: ${text.replace('{}', String(value))}`
}

const MESSAGES = {
  begin: {
    en: 'installing what is missing (a minute or two where SQLite has to be compiled) …',
    ko: '빠진 것을 설치합니다 (SQLite를 컴파일해야 하면 1~2분) …',
  },
  done: { en: 'installed in {} s', ko: '설치를 마쳤습니다 ({}초)' },
  node: {
    en: `this is Node {}; Kalends needs Node ${OLDEST_NODE} or newer: https://nodejs.org`,
    ko: `지금 Node는 {}입니다. Kalends에는 Node ${OLDEST_NODE} 이상이 필요합니다: https://nodejs.org`,
  },
  lock: {
    en: 'package.json and package-lock.json disagree: run `npm install`, and commit both',
    ko: 'package.json과 package-lock.json이 서로 다릅니다. `npm install`을 실행하고 둘 다 커밋하세요',
  },
  disk: {
    en: 'npm could not write here: check free space and the rights on this folder (above: where)',
    ko: 'npm이 여기에 쓰지 못했습니다. 남은 공간과 이 폴더의 권한을 확인하세요 (위치는 위에)',
  },
  compiler: {
    en: 'SQLite’s driver had to be compiled and could not be. Install a C++ compiler, make and Python 3 (Debian, Ubuntu: apt-get install g++ make python3; macOS: xcode-select --install) and start again',
    ko: 'SQLite 드라이버를 컴파일하지 못했습니다. C++ 컴파일러, make, Python 3을 설치하고 (Debian, Ubuntu: apt-get install g++ make python3, macOS: xcode-select --install) 다시 시작하세요',
  },
  headers: {
    en: 'SQLite’s driver had to be compiled, and Node’s headers could not be fetched. Where they are on this machine, name their folder (the one that holds include/node): npm_config_nodedir=/usr',
    ko: 'SQLite 드라이버를 컴파일해야 하는데 Node의 헤더를 받지 못했습니다. 이 컴퓨터에 있으면 그 폴더(include/node가 든 곳)를 알려 주세요: npm_config_nodedir=/usr',
  },
  network: {
    en: 'npm did not reach its registry: check the network, or npm’s proxy and registry settings',
    ko: 'npm이 레지스트리에 닿지 못했습니다. 네트워크나 npm의 proxy, registry 설정을 확인하세요',
  },
  npm: {
    en: 'npm was not found: it comes with Node (https://nodejs.org), and must be on the PATH',
    ko: 'npm이 없습니다. Node와 함께 설치되며 (https://nodejs.org) PATH에 있어야 합니다',
  },
  other: {
    en: 'npm could not install what is missing; its last lines are above',
    ko: 'npm이 빠진 것을 설치하지 못했습니다. 위에 마지막 줄들이 있습니다',
  },
}

if (realpathSync(process.argv[1] ?? '.') === fileURLToPath(import.meta.url)) {
  ensureInstalled({ dev: process.argv.includes('--dev') })
}
