// The commands of audiences, and their options.

import { type Command, Option } from 'commander'
import type { Shared } from './define-sources.ts'

const work = () => import('./audiences.ts')
const clientOf = async (options: object, { language }: Shared) =>
  (await import('./client.ts')).clientFor(options, language)

export function defineAudiences(program: Command, shared: Shared): void {
  const audiences = program
    .command('audiences')
    .description('who may see private events, and the keys of those who may')
  const ending = (command: Command) => command.addOption(shared.server()).addOption(shared.key())
  ending(
    audiences.command('list <partner>').description("list a partner's audiences with their counts"),
  ).action(async (partner: string, options) => {
    process.exitCode = await (await work()).listAudiences(await clientOf(options, shared), partner)
  })
  ending(
    audiences
      .command('keep <partner> <audience>')
      .description('make or change an audience: a short name for files, a name for people')
      .requiredOption('--name <name>', 'what people call it'),
  ).action(async (partner: string, audience: string, options) => {
    const client = await clientOf(options, shared)
    process.exitCode = await (await work()).keepAudience(client, { partner, audience }, options)
  })
  ending(
    audiences
      .command('keys <partner> <audience> <file>')
      .description('give an audience its members’ keys: a file of one key, or its SHA-256, a line')
      .addOption(
        new Option('--act <act>', 'what to do with them')
          .choices(['add', 'replace', 'remove'])
          .default('add'),
      )
      .option('--expires <date>', 'their last day'),
  ).action(async (partner: string, audience: string, file: string, options) => {
    const client = await clientOf(options, shared)
    process.exitCode = await (await work()).giveKeys(client, { partner, audience }, file, options)
  })
  ending(
    audiences
      .command('remove <partner> <audience>')
      .description('remove an audience that no event is for, and its keys'),
  ).action(async (partner: string, audience: string, options) => {
    const client = await clientOf(options, shared)
    process.exitCode = await (await work()).dropAudience(client, { partner, audience })
  })
}
