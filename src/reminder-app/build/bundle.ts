// The reminder app's sources → the module that both runtimes serve. The same sources give the same bytes.

import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, build } from 'esbuild'
import { ICON_PATHS, manifest, manifestPath, shellPage } from '../shell.ts'
import { drawnIcon } from './icons.ts'

const HASH_DIGITS = 12
const LANGUAGES = ['ko', 'en'] as const
const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

export const BUILT_FILE = at('built.ts')

const OPTIONS: BuildOptions = {
  ...{ bundle: true, write: false, minify: true, target: 'es2020', charset: 'utf8' },
  ...{ legalComments: 'none', logLevel: 'silent', absWorkingDir: at('../..') },
  ...{ jsx: 'automatic', jsxImportSource: 'preact', tsconfigRaw: '{}' },
}

export async function builtModule(): Promise<string> {
  const script = await bundled('main.tsx', { format: 'iife' })
  const style = await bundled('screens/style.css', {})
  const files = {
    script: `/app/app.${hashOf(script)}.js`,
    style: `/app/app.${hashOf(style)}.css`,
  }
  const pages = LANGUAGES.flatMap((each) => [shellPage(each, files, ''), manifest(each)])
  const icons = { small: drawnIcon(192), large: drawnIcon(512), maskable: drawnIcon(512) }
  const version = hashOf([...pages, ...Object.values(icons).map(base64)].join(''))
  const paths = { icons: Object.values(ICON_PATHS), manifests: LANGUAGES.map(manifestPath) }
  const shell = { version, ...files, ...paths }
  const worker = await bundled('service-worker/worker.ts', {
    ...{ format: 'iife', define: { BUILT_SHELL: JSON.stringify(shell) } },
  })
  const icon = Object.entries(icons).map(([name, bytes]) => [name, base64(bytes)])
  return `// Made by \`npm run app\` from the sources beside it, and committed: nothing is built at a start.

export const FILES = ${JSON.stringify(files)}
export const SCRIPT = ${JSON.stringify(script)}
export const STYLE = ${JSON.stringify(style)}
export const WORKER = ${JSON.stringify(worker)}
export const ICONS = ${JSON.stringify(Object.fromEntries(icon))}
`
}

async function bundled(entry: string, options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({ ...OPTIONS, ...options, entryPoints: [at(entry)] })
  return outputFiles?.[0]?.text ?? ''
}

const hashOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, HASH_DIGITS)

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
