// The commands and their options; each does its work in commands/, which is loaded only when it is
// wanted: a misspelt command should not take a second to say so.

import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Command, CommanderError, Option } from 'commander'
import { defineAudiences } from './commands/define-audiences.ts'
import { defineDoctor } from './commands/define-doctor.ts'
import { defineGroups } from './commands/define-groups.ts'
import { defineReach } from './commands/define-reach.ts'
import { defineReports } from './commands/define-reports.ts'
import { defineReview } from './commands/define-review.ts'
import { definePublication, defineSources } from './commands/define-sources.ts'
import { handCommands } from './commands/hand-cli.ts'
import { speakKorean } from './commands/korean.ts'
import {
  calendarAt,
  Misuse,
  readInput,
  requireFile,
  requireFolder,
  serverOption,
  yearOption,
} from './commands/usage.ts'
import { terminalLanguage, WORDS } from './commands/words.ts'

const language = terminalLanguage(process.env)
const words = WORDS[language]
const manifest = new URL('../package.json', import.meta.url)
const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }

const program = new Command('kalends')
  .description('A calendar-subscription server: serve it, and upload schedules to it.')
  .version(version, '-V, --version', 'show the version')
  .helpOption('-h, --help', 'show help')
  .exitOverride()

const clients = () => import('./commands/client.ts')
const keyCommands = () => import('./commands/keys.ts')

const server = () =>
  new Option('--server <url>', 'a running server; else the data folder here').argParser(
    serverOption(language),
  )
const key = () => new Option('--key <key>', 'key for --server; else KALENDS_KEY')
const role = (usual: string) =>
  new Option('--role <role>', 'viewers read, editors change, owners also say who may')
    .choices(['owner', 'editor', 'viewer'])
    .default(usual)
const dateOrder = () =>
  new Option('--date-order <order>', 'answers date.ambiguous').choices(['DMY', 'MDY', 'YMD'])
const year = () =>
  new Option('--year <year>', 'answers date.year_missing').argParser(yearOption(language))
const sheet = () => new Option('--sheet <name>', 'answers xlsx.sheets')

program
  .command('serve')
  .description('migrate, load feeds/ on the first start, and serve')
  .action(async () => {
    const { settingsFrom } = await import('./commands/settings.ts')
    const config = settingsFrom(process.env, language)
    const { serve } = await import('./commands/serve.ts')
    await serve(config, language)
  })

program
  .command('apply <dir>')
  .description('apply a folder of partners: partner.json, calendar.json, schedule.csv')
  .addOption(server())
  .addOption(key())
  .action(async (folder: string, options) => {
    requireFolder(folder, language)
    const { applyFolder } = await import('./commands/apply.ts')
    const client = (await clients()).clientFor(options, language, { mayMake: true })
    const { published, failed } = await applyFolder(client, folder, (line) => console.log(line))
    if (published + failed === 0) throw new Misuse(words.noPartners(folder))
    console.log(words.placed(published))
    process.exitCode = failed > 0 ? 1 : 0
  })

program
  .command('upload <partner/calendar> <file>')
  .description('upload a schedule and show what it changes')
  .addOption(
    new Option(
      '--mode <mode>',
      'merge: only adds and changes; replace: the file is the whole schedule',
    )
      .choices(['merge', 'replace'])
      .default('merge'),
  )
  .option('--publish', 'publish at once when nothing stands against it')
  .option('--confirm', 'take the stated defaults of guard and identity questions')
  .addOption(dateOrder())
  .addOption(year())
  .addOption(sheet())
  .option('--reason <text>', 'for the history')
  .addOption(server())
  .addOption(key())
  .action(async (address: string, file: string, options) => {
    const calendar = calendarAt(address, language)
    const given = { name: basename(file), bytes: readInput(file, language) }
    const { uploadFile } = await import('./commands/upload.ts')
    const client = (await clients()).clientFor(options, language)
    process.exitCode = await uploadFile(client, calendar, given, options)
  })

program
  .command('export <partner/calendar> [file]')
  .description('save the whole schedule as a file that an upload reads back')
  .addOption(
    new Option('--format <format>', "the file's kind; else by its name, or csv").choices([
      'csv',
      'xlsx',
      'json',
      'ics',
    ]),
  )
  .addOption(
    new Option('--language <language>', 'in which a table calls its columns').choices(['ko', 'en']),
  )
  .addOption(server())
  .addOption(key())
  .action(async (address: string, file: string | undefined, options) => {
    const calendar = calendarAt(address, language)
    const { exportCalendar } = await import('./commands/export.ts')
    const client = (await clients()).clientFor(options, language)
    process.exitCode = await exportCalendar(client, calendar, file, options)
  })

program
  .command('template [file]')
  .description('save a template to fill: its columns, examples and, as a workbook, choices')
  .addOption(
    new Option('--format <format>', "the file's kind; else by its name, or xlsx").choices([
      'csv',
      'xlsx',
    ]),
  )
  .addOption(
    new Option('--language <language>', 'in which its columns are called').choices(['ko', 'en']),
  )
  .action(async (file: string | undefined, options) => {
    const { writeTemplate } = await import('./commands/template.ts')
    process.exitCode = writeTemplate(file, options, language)
  })
const definers = [
  ...[handCommands, definePublication, defineReview, defineGroups, defineAudiences],
  ...[defineReach, defineReports, defineSources],
]
for (const define of definers) define(program, { language, server, key })
defineDoctor(program, language)

const keys = program.command('keys').description('keys of partners, and of the operator')
keys
  .command('create <partner> <label>')
  .description('make a key for a partner; it is shown this once')
  .addOption(role('owner'))
  .addOption(server())
  .addOption(key())
  .action(async (partner: string, label: string, options) => {
    const client = (await clients()).clientFor(options, language)
    const person = { label, role: options.role }
    process.exitCode = await (await keyCommands()).createKey(client, partner, person)
  })
keys
  .command('list <partner>')
  .description("list a partner's keys, without the secrets")
  .addOption(server())
  .addOption(key())
  .action(async (partner: string, options) => {
    const client = (await clients()).clientFor(options, language)
    process.exitCode = await (await keyCommands()).listKeys(client, partner)
  })
keys
  .command('revoke <partner> <id>')
  .description('revoke a key, at once')
  .addOption(server())
  .addOption(key())
  .action(async (partner: string, id: string, options) => {
    const client = (await clients()).clientFor(options, language)
    process.exitCode = await (await keyCommands()).revokeKey(client, partner, id)
  })
keys
  .command('reset-admin')
  .description("a new operator's key, for whoever owns the data folder")
  .action(async () => {
    const { resetAdmin } = await keyCommands()
    await resetAdmin(language)
  })

program
  .command('invite <partner> <label>')
  .description('a link with which one person signs in to the console, once, within 7 days')
  .addOption(role('editor'))
  .addOption(server())
  .addOption(key())
  .action(async (partner: string, label: string, options) => {
    const client = (await clients()).clientFor(options, language)
    const person = { label, role: options.role }
    process.exitCode = await (await keyCommands()).invitePerson(client, partner, person)
  })

program
  .command('check <file>')
  .description('what would an upload say, without a server')
  .option('--timezone <zone>', 'zone of rows without one', 'Asia/Seoul')
  .addOption(dateOrder())
  .addOption(year())
  .addOption(sheet())
  .action(async (file: string, options) => {
    const bytes = readInput(file, language)
    const { checkFile } = await import('./commands/check.ts')
    process.exitCode = await checkFile({ name: basename(file), bytes }, options, language)
  })

program
  .command('backup <file>')
  .description('copy the database, also while it is written to, and verify the copy')
  .action(async (file: string) => {
    const { backUpTo } = await import('./commands/backup.ts')
    await backUpTo(file, language)
  })

program
  .command('restore <file>')
  .description('verify a backup and put it into an empty DATA_DIR')
  .action(async (file: string) => {
    requireFile(file, language)
    const { restoreFrom } = await import('./commands/backup.ts')
    await restoreFrom(file, language)
  })

if (language === 'ko') speakKorean(program)
const [REFUSED, USAGE] = [1, 2]

// `kalends … | head` closes the pipe: what is not read need not be written.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : USAGE
  else {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = error instanceof Misuse ? USAGE : REFUSED
  }
}
