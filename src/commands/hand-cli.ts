// The commands `events` and `season`, and their options.

import { type Command, Option } from 'commander'
import type { Language } from '../language/choose.ts'
import { calendarAt } from './usage.ts'

interface Shared {
  language: Language
  server: () => Option
  key: () => Option
}

export function handCommands(program: Command, shared: Shared): void {
  const events = program.command('events').description('events by hand, one by one')
  addCommand(events, shared)
  editCommand(events, shared)
  removeCommand(events, shared)
  seasonCommand(program, shared)
}

const work = () => import('./hand-edits.ts')
const note = () => new Option('--note <text>', 'for the history')
const happening = () =>
  new Option('--recurrence-id <start>', 'of a series, the one happening that the rule starts so')

const clientOf = async (options: { server?: string; key?: string }, language: Language) =>
  (await import('./client.ts')).clientFor(options, language)

const ending = (command: Command, { server, key }: Shared): Command =>
  command.addOption(note()).addOption(server()).addOption(key())

const saying = (command: Command): Command =>
  command
    .option('--title <text>', 'what it is called')
    .option('--start <time>', 'when it begins: 2026-05-01T18:30, or a date')
    .option('--end <time>', 'when it ends')
    .option('--status <word>', 'as in a file: cancelled, postponed, 우천취소 …')
    .option('--venue <text>', 'where it is')
    .option('--reason <text>', 'why it is cancelled or postponed, for subscribers')
    .option('--sold-out <yes|no>', 'whether it is sold out')

function addCommand(events: Command, shared: Shared): void {
  const command = events
    .command('add <partner/calendar> [file]')
    .description('add an event: options, or a JSON file of one event')
  ending(saying(command), shared).action(
    async (address: string, file: string | undefined, options) => {
      const calendar = calendarAt(address, shared.language)
      const { addEvent } = await work()
      const client = await clientOf(options, shared.language)
      process.exitCode = await addEvent(client, calendar, file, options)
    },
  )
}

function editCommand(events: Command, shared: Shared): void {
  const command = events
    .command('edit <partner/calendar> <uid> [file]')
    .description('change an event; what it changes is locked against later uploads')
  saying(command)
    .option('--clear <field...>', 'fields to empty')
    .option('--unlock <field...>', 'fields of which uploads may speak again')
    .addOption(happening())
  ending(command, shared).action(
    async (address: string, uid: string, file: string | undefined, options) => {
      const calendar = calendarAt(address, shared.language)
      const { editEvent } = await work()
      const client = await clientOf(options, shared.language)
      process.exitCode = await editEvent(client, { calendar, uid }, file, options)
    },
  )
}

function removeCommand(events: Command, shared: Shared): void {
  const command = events
    .command('remove <partner/calendar> <uid>')
    .description('take out an event that was a mistake; no upload brings it back')
    .addOption(happening())
  ending(command, shared).action(async (address: string, uid: string, options) => {
    const calendar = calendarAt(address, shared.language)
    const { removeEvent } = await work()
    const client = await clientOf(options, shared.language)
    process.exitCode = await removeEvent(client, { calendar, uid }, options)
  })
}

function seasonCommand(program: Command, shared: Shared): void {
  const command = program
    .command('season <partner/calendar> <name>')
    .description('begin a new season: archive what is over; address and subscribers stay')
    .option('--before <date>', 'archive what ended before this day; else before today')
  ending(command, shared).action(async (address: string, name: string, options) => {
    const calendar = calendarAt(address, shared.language)
    const { beginSeason } = await work()
    const client = await clientOf(options, shared.language)
    process.exitCode = await beginSeason(client, calendar, name, options)
  })
}
