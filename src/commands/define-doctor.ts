// `kalends doctor` and its options.

import type { Command } from 'commander'
import type { Language } from '../language/choose.ts'

export function defineDoctor(program: Command, language: Language): void {
  program
    .command('doctor <address>')
    .description(
      'fetch a feed as each calendar program would, or read a file, and say what is wrong',
    )
    .option('--json', 'the report for machines')
    .action(async (address: string, options: { json?: boolean }) => {
      const { consultDoctor } = await import('./doctor.ts')
      process.exitCode = await consultDoctor(address, options, language)
    })
}
