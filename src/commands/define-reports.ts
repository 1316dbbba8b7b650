// The commands of reports by the public, and their options.

import type { Command } from 'commander'
import type { Shared } from './define-sources.ts'

const work = () => import('./public-reports.ts')

export function defineReports(program: Command, { language, server, key }: Shared): void {
  const reports = program.command('reports').description('what subscribers say is wrong or missing')
  const clientFor = async (options: object) =>
    (await import('./client.ts')).clientFor(options, language)
  reports
    .command('list <partner>')
    .description('list open reports: now, and what is suggested')
    .addOption(server())
    .addOption(key())
    .action(async (partner: string, options) => {
      process.exitCode = await (await work()).listReports(await clientFor(options), partner)
    })
  reports
    .command('accept <partner> <id>')
    .description('take over what a report suggests, and publish it')
    .option('--answer <text>', 'for the reporters')
    .addOption(server())
    .addOption(key())
    .action(async (partner: string, id: string, options) => {
      const { acceptReport } = await work()
      process.exitCode = await acceptReport(await clientFor(options), { partner, id }, options)
    })
  reports
    .command('reject <partner> <id> <reason>')
    .description('turn a report down; its reporters see the reason')
    .addOption(server())
    .addOption(key())
    .action(async (partner: string, id: string, reason: string, options) => {
      const { rejectReport } = await work()
      process.exitCode = await rejectReport(await clientFor(options), { partner, id }, reason)
    })
}
