// The commands `review`, `look` and `audit`, and their options.

import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Shared } from './define-sources.ts'
import { yearOption } from './usage.ts'

const clientOf = async (options: object, { language }: Shared) =>
  (await import('./client.ts')).clientFor(options, language)

export function defineReview(program: Command, shared: Shared): void {
  reviewCommand(program, shared)
  lookCommand(program, shared)
  auditCommand(program, shared)
}

const row = (text: string): number => {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('1, 2, 3 …')
}
const rows = (text: string, before: number[] = []): number[] => [...before, row(text)]

function reviewCommand(program: Command, shared: Shared): void {
  program
    .command('review <upload>')
    .description('look at an upload that is kept for review; options answer its questions')
    .addOption(new Option('--sheet <name>', 'answers xlsx.sheets'))
    .addOption(new Option('--header-row <row>', 'the row that holds the headers').argParser(row))
    .option('--column <header=column...>', 'what a header means; nothing behind = leaves it out')
    .option('--cell <row:header=value...>', 'a cell put right')
    .addOption(new Option('--leave-out <row...>', 'rows that are not read').argParser(rows))
    .addOption(
      new Option('--date-order <order>', 'answers date.ambiguous').choices(['DMY', 'MDY', 'YMD']),
    )
    .addOption(
      new Option('--year <year>', 'answers date.year_missing').argParser(
        yearOption(shared.language),
      ),
    )
    .option('--team <name>', 'answers team.unknown: whose calendar it is')
    .option('--same <row=uid...>', 'which event a row is; nothing behind = makes it a new one')
    .option('--take-file <uid/field...>', 'where the file is right against what was set by hand')
    .addOption(
      new Option(
        '--mode <mode>',
        'merge: only adds and changes; replace: the file is the whole schedule',
      ).choices(['merge', 'replace']),
    )
    .addOption(shared.server())
    .addOption(shared.key())
    .action(async (id: string, options) => {
      const { reviewUpload } = await import('./review.ts')
      process.exitCode = await reviewUpload(await clientOf(options, shared), id, options)
    })
}

function lookCommand(program: Command, shared: Shared): void {
  program
    .command('look <partner>')
    .description('show how a partner looks, or change it')
    .option('--name <text>', 'its name')
    .option('--color <#rrggbb>', 'its colour; “none” takes it away')
    .option('--logo <file>', 'its logo, PNG or JPEG; “none” takes it away')
    .addOption(shared.server())
    .addOption(shared.key())
    .action(async (partner: string, options) => {
      const { changeLook } = await import('./look.ts')
      process.exitCode = await changeLook(await clientOf(options, shared), partner, options)
    })
}

function auditCommand(program: Command, shared: Shared): void {
  program
    .command('audit <partner>')
    .description('who changed what, the latest first')
    .option('--calendar <calendar>', 'only this calendar')
    .option('--event <uid>', 'only what changed this event')
    .option('--limit <count>', 'how many entries, at most 100', '50')
    .addOption(shared.server())
    .addOption(shared.key())
    .action(async (partner: string, options) => {
      const { printAudit } = await import('./audit.ts')
      process.exitCode = await printAudit(await clientOf(options, shared), partner, options)
    })
}
