// The commands of store groups, and their options.

import type { Command } from 'commander'
import type { Shared } from './define-sources.ts'
import { calendarAt } from './usage.ts'

const work = () => import('./store-groups.ts')
const clientOf = async (options: object, { language }: Shared) =>
  (await import('./client.ts')).clientFor(options, language)

export function defineGroups(program: Command, shared: Shared): void {
  const groups = program
    .command('groups')
    .description('groups of stores, and what repeats for them')
  listCommand(groups, shared)
  keepCommand(groups, shared)
  dropCommand(groups, shared)
  addCommand(groups, shared)
  exceptCommand(groups, shared)
}

const ending = (command: Command, { server, key }: Shared): Command =>
  command.addOption(server()).addOption(key())

function listCommand(groups: Command, shared: Shared): void {
  const command = groups
    .command('list <partner/calendar>')
    .description("list a calendar's groups and their stores")
  ending(command, shared).action(async (address: string, options) => {
    const calendar = calendarAt(address, shared.language)
    process.exitCode = await (await work()).listGroups(await clientOf(options, shared), calendar)
  })
}

function keepCommand(groups: Command, shared: Shared): void {
  const command = groups
    .command('keep <partner/calendar> <group> <file>')
    .description('make or change a group: a file of its stores, “store | address | region” a line')
    .option('--name <name>', 'a new name for the group')
  ending(command, shared).action(async (address: string, group: string, file: string, options) => {
    const calendar = calendarAt(address, shared.language)
    const client = await clientOf(options, shared)
    process.exitCode = await (await work()).keepGroup(client, { calendar, group }, file, options)
  })
}

function dropCommand(groups: Command, shared: Shared): void {
  const command = groups
    .command('remove <partner/calendar> <group>')
    .description('give a group up; its events stay')
  ending(command, shared).action(async (address: string, group: string, options) => {
    const calendar = calendarAt(address, shared.language)
    const client = await clientOf(options, shared)
    process.exitCode = await (await work()).dropGroup(client, { calendar, group })
  })
}

function addCommand(groups: Command, shared: Shared): void {
  const command = groups
    .command('add <partner/calendar> <group>')
    .description('add an event of a group, such as its closing days')
    .requiredOption('--title <text>', 'what it is called')
    .requiredOption('--start <date>', 'its first day')
    .option('--rrule <rule>', 'how it repeats: FREQ=MONTHLY;BYDAY=2SU,4SU')
    .option('--category <text>', 'its category')
    .option('--each-store', 'an event at each store, rather than one for all')
  ending(command, shared).action(async (address: string, group: string, options) => {
    const calendar = calendarAt(address, shared.language)
    const client = await clientOf(options, shared)
    process.exitCode = await (await work()).addToGroup(client, { calendar, group }, options)
  })
}

function exceptCommand(groups: Command, shared: Shared): void {
  const command = groups
    .command('except <partner/calendar> <group> <uid> <date>')
    .description('skip one day of what repeats for a group, or move it')
    .option('--to <date>', 'the day to move it to; else it is skipped')
    .option('--reason <text>', 'for subscribers, and for the history')
  ending(command, shared).action(
    async (address: string, group: string, uid: string, date: string, options) => {
      const calendar = calendarAt(address, shared.language)
      const client = await clientOf(options, shared)
      const meant = { calendar, group, uid, date }
      process.exitCode = await (await work()).exceptDay(client, meant, options)
    },
  )
}
