// The command of a calendar's reach, and its options.

import type { Command } from 'commander'
import type { Shared } from './define-sources.ts'
import { calendarAt } from './usage.ts'

export function defineReach(program: Command, { language, server, key }: Shared): void {
  program
    .command('reach <partner/calendar>')
    .description('how many people are subscribed, and how many have each revision')
    .addOption(server())
    .addOption(key())
    .action(async (address: string, options) => {
      const calendar = calendarAt(address, language)
      const { clientFor } = await import('./client.ts')
      const { showReach } = await import('./reach.ts')
      process.exitCode = await showReach(clientFor(options, language), calendar)
    })
}
