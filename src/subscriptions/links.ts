// The addresses of a subscription: its feed, one for each category, the page that manages it.

import type { Config } from '../config.ts'
import { partOf } from '../schedule/parts.ts'

export interface Links {
  feedUrl: string
  /** The same for a click: the scheme that calendar programs take over. */
  webcalUrl: string
}

type At = Pick<Config, 'publicUrl'>

export const feedLinks = ({ publicUrl }: At, token: string): Links =>
  linksTo(`${publicUrl}/feeds/my/${token}.ics`)

/** Of the events whose first category it is; null: of those that have none. */
export const categoryLinks = ({ publicUrl }: At, token: string, category: string | null): Links =>
  linksTo(`${publicUrl}/feeds/my/${token}/${partOf(category)}.ics`)

const linksTo = (feedUrl: string): Links => ({
  ...{ feedUrl, webcalUrl: feedUrl.replace(/^https?:/, 'webcal:') },
})

export const manageUrl = ({ publicUrl }: At, token: string): string => `${publicUrl}/my/${token}`

export const manageEventUrl = (config: At, token: string, uid: string): string =>
  `${manageUrl(config, token)}/${encodeURIComponent(uid)}`
