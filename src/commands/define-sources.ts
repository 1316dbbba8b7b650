// The commands of sources and of reviewed uploads, and their options.

import { type Command, Option } from 'commander'
import type { Language } from '../language/choose.ts'
import { calendarAt } from './usage.ts'

export interface Shared {
  language: Language
  server: () => Option
  key: () => Option
}

const clientFor = async (options: object, language: Language) =>
  (await import('./client.ts')).clientFor(options, language)
const work = () => import('./sources.ts')

export function defineSources(program: Command, { language, server, key }: Shared): void {
  const sources = program
    .command('sources')
    .description('addresses that schedules are fetched from')
  sources
    .command('list <partner/calendar>')
    .description("list a calendar's sources, and how they fare")
    .addOption(server())
    .addOption(key())
    .action(async (address: string, options) => {
      const calendar = calendarAt(address, language)
      const client = await clientFor(options, language)
      process.exitCode = await (await work()).listSources(client, calendar)
    })
  sources
    .command('add <partner/calendar> <url>')
    .description('fetch a schedule from an address, again and again')
    .addOption(
      new Option(
        '--mode <mode>',
        'merge: only adds and changes; replace: the file is the whole schedule',
      )
        .choices(['merge', 'replace'])
        .default('merge'),
    )
    .option('--every <minutes>', 'how often, 15 to 10080 minutes; else 60')
    .option('--webhook <url>', 'where to tell that it fails or waits')
    .option('--email <address>', 'whom to write that it fails or waits')
    .addOption(server())
    .addOption(key())
    .action(async (address: string, url: string, options) => {
      const calendar = calendarAt(address, language)
      const client = await clientFor(options, language)
      process.exitCode = await (await work()).addSource(client, calendar, url, options)
    })
  defineOne(sources, { language, server, key })
}

function defineOne(sources: Command, { language, server, key }: Shared): void {
  sources
    .command('pull <partner/calendar> <id>')
    .description('fetch a source now')
    .addOption(server())
    .addOption(key())
    .action(async (address: string, id: string, options) => {
      const calendar = calendarAt(address, language)
      const client = await clientFor(options, language)
      process.exitCode = await (await work()).pullSource(client, calendar, id)
    })
  sources
    .command('remove <partner/calendar> <id>')
    .description('remove a source; what it brought stays')
    .addOption(server())
    .addOption(key())
    .action(async (address: string, id: string, options) => {
      const calendar = calendarAt(address, language)
      const client = await clientFor(options, language)
      process.exitCode = await (await work()).removeSource(client, calendar, id)
    })
}

export function definePublication(program: Command, { language, server, key }: Shared): void {
  program
    .command('publish <upload>')
    .description('publish an upload that was kept for review')
    .option('--at <time>', 'not now but then, such as 2026-12-01T10:00:00+09:00')
    .option('--plan <plan>', 'what was looked at: nothing is published when it changed')
    .option('--confirm', 'take the stated defaults of guard and identity questions')
    .option('--reason <text>', 'for the history')
    .addOption(server())
    .addOption(key())
    .action(async (id: string, options) => {
      const client = await clientFor(options, language)
      const { publishUpload } = await import('./publish.ts')
      process.exitCode = await publishUpload(client, id, options)
    })
  program
    .command('discard <upload>')
    .description('throw an upload away that was kept for review')
    .addOption(server())
    .addOption(key())
    .action(async (id: string, options) => {
      const client = await clientFor(options, language)
      const { discardUpload } = await import('./publish.ts')
      process.exitCode = await discardUpload(client, id)
    })
}
