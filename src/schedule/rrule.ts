// rrule exports its names differently to Node (CommonJS, behind `default`) and to bundlers (ESM).

import * as namespace from 'rrule'

const library = (Reflect.get(namespace, 'default') ?? namespace) as typeof import('rrule')

export const { RRule, rrulestr } = library
