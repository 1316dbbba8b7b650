// The commands and their options; each does its work in commands/.

import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Command, CommanderError, Option } from 'commander'
import { applyFolder } from './commands/apply.ts'
import { backUp, hasDatabase, restoreBackup } from './commands/backup.ts'
import { checkFile } from './commands/check.ts'
import { clientFor, quietLog } from './commands/client.ts'
import { createKey, listKeys, resetAdmin, revokeKey } from './commands/keys.ts'
import { serve } from './commands/serve.ts'
import { uploadFile } from './commands/upload.ts'
import { terminalLanguage, WORDS } from './commands/words.ts'
import { readConfig } from './config.ts'
import { openStation } from './node.ts'

const language = terminalLanguage(process.env)
const words = WORDS[language]

const program = new Command('kalends')
  .description('A calendar-subscription server: serve it, and upload schedules to it.')
  .exitOverride()

const server = () => new Option('--server <url>', 'a running server; else the data folder here')
const key = () => new Option('--key <key>', 'key for --server; else KALENDS_KEY')

program
  .command('serve')
  .description('migrate, load feeds/ on the first start, and serve')
  .action(() => serve(language))

program
  .command('apply <dir>')
  .description('apply a folder of partners: partner.json, calendar.json, schedule.csv')
  .addOption(server())
  .addOption(key())
  .action(async (folder: string, options) => {
    const client = clientFor(options, language)
    const { published, failed } = await applyFolder(client, folder, (line) => console.log(line))
    console.log(words.placed(published))
    process.exitCode = failed > 0 ? 1 : 0
  })

program
  .command('upload <partner/calendar> <file>')
  .description('upload a schedule and show what it changes')
  .addOption(new Option('--mode <mode>').choices(['merge', 'replace']).default('merge'))
  .option('--publish', 'publish at once when nothing stands against it')
  .option('--confirm', 'take the stated defaults of guard and identity questions')
  .addOption(
    new Option('--date-order <order>', 'answers date.ambiguous').choices(['DMY', 'MDY', 'YMD']),
  )
  .option('--year <year>', 'answers date.year_missing')
  .option('--reason <text>', 'for the history')
  .addOption(server())
  .addOption(key())
  .action(async (address: string, file: string, options) => {
    process.exitCode = await uploadFile(clientFor(options, language), address, file, options)
  })

const keys = program.command('keys').description('keys of partners, and of the operator')
keys
  .command('create <partner> <label>')
  .addOption(server())
  .addOption(key())
  .action(async (partner: string, label: string, options) => {
    process.exitCode = await createKey(clientFor(options, language), partner, label)
  })
keys
  .command('list <partner>')
  .addOption(server())
  .addOption(key())
  .action(async (partner: string, options) => {
    process.exitCode = await listKeys(clientFor(options, language), partner)
  })
keys
  .command('revoke <partner> <id>')
  .addOption(server())
  .addOption(key())
  .action(async (partner: string, id: string, options) => {
    process.exitCode = await revokeKey(clientFor(options, language), partner, id)
  })
keys
  .command('reset-admin')
  .description("a new operator's key, for whoever owns the data folder")
  .action(async () => resetAdmin(openStation(readConfig(process.env), quietLog).ports, language))

program
  .command('check <file>')
  .description('what would an upload say, without a server')
  .option('--timezone <zone>', 'zone of rows without one', 'Asia/Seoul')
  .addOption(new Option('--date-order <order>').choices(['DMY', 'MDY', 'YMD']))
  .option('--year <year>')
  .action(async (file: string, options) => {
    process.exitCode = await checkFile(basename(file), readFileSync(file), options, language)
  })

program
  .command('backup <file>')
  .description('copy the database, also while it is written to, and verify the copy')
  .action(async (file: string) => {
    const begun = Date.now()
    await backUp(openStation(readConfig(process.env), quietLog).sqlite, file)
    console.log(words.backedUp(file, Date.now() - begun))
  })

program
  .command('restore <file>')
  .description('verify a backup and put it into an empty DATA_DIR')
  .action(async (file: string) => {
    const config = readConfig(process.env)
    const there = hasDatabase(config)
    if (there) throw new Error(words.exists(there))
    await restoreBackup(file, config)
    console.log(words.restored(config.dataDir))
  })

const REFUSED = 1
const USAGE = 2

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : USAGE
  else {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = REFUSED
  }
}
