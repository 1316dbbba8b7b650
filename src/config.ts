// The environment, read once into one frozen, typed value.

import { z } from 'zod'

export interface Config {
  port: number
  host: string
  dataDir: string
  /** Base of every absolute link, without a final slash. Request headers are never trusted for it. */
  publicUrl: string
  /** The operator's key as given by the environment; null: the one whose hash is stored. */
  adminKey: string | null
  /** Folder applied at the first start; null for an empty server. */
  feedsDir: string | null
  backup: BackupConfig | null
  /** Null where no mail is sent. */
  mail: MailConfig | null
  /** What is believed of a caller's address: how many proxies stand in front, or Cloudflare. */
  trustProxy: TrustProxy
  /** Push services besides the browsers' own: `push.example.org` or `push.example.org:8443`. */
  pushHosts: readonly string[]
}

/** 0: the connection's own address. */
export type TrustProxy = number | 'cloudflare'

export interface MailConfig {
  /** `smtps://user:password@mail.example.com`; holds a secret. */
  smtpUrl: string
  from: string
}

export interface BackupConfig {
  dir: string
  everyHours: number
  /** How many backups are kept; the oldest are deleted. */
  keep: number
}

/** A shorter operator's key could be guessed. */
export const MIN_ADMIN_KEY_CHARS = 32

const PUSH_HOST = '[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[1-9][0-9]{0,4})?'
const PUSH_HOSTS = new RegExp(`^${PUSH_HOST}(?:\\s*,\\s*${PUSH_HOST})*$`)

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./data'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  KALENDS_ADMIN_KEY: z
    .string()
    .min(MIN_ADMIN_KEY_CHARS, `needs ${MIN_ADMIN_KEY_CHARS} characters or more`)
    .optional(),
  KALENDS_FEEDS: z.string().min(1).default('./feeds'),
  KALENDS_BACKUP_DIR: z.string().min(1).optional(),
  KALENDS_BACKUP_HOURS: z.coerce.number().positive().default(24),
  KALENDS_BACKUP_KEEP: z.coerce.number().int().min(1).default(14),
  KALENDS_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  KALENDS_MAIL_FROM: z.string().min(3).max(320).optional(),
  TRUST_PROXY: z
    .string()
    .regex(/^([0-9]|cloudflare)$/, 'must be 0 to 9 or “cloudflare”')
    .default('0'),
  KALENDS_PUSH_HOSTS: z
    .string()
    .regex(PUSH_HOSTS, 'must be host names, each perhaps with a port, with commas between them')
    .optional(),
})

/** The names of every setting, for the README's table and the test that compares them. */
export const SETTINGS = Object.keys(environment.shape)

/** Throws a readable error that names the variable, what it holds and what is wanted. */
export function readConfig(variables: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const name = String(issue?.path[0] ?? '')
    const found = /_KEY$|_SMTP_URL$/.test(name) ? '' : ` (“${given[name] ?? ''}”)`
    throw new Error(`${name}${found}: ${issue?.message ?? 'not valid'}`)
  }
  const env = parsed.data
  const publicUrl = (env.PUBLIC_URL ?? `http://${env.HOST}:${env.PORT}`).replace(/\/+$/, '')
  return Object.freeze({
    port: env.PORT,
    host: env.HOST,
    dataDir: env.DATA_DIR,
    publicUrl,
    adminKey: env.KALENDS_ADMIN_KEY ?? null,
    feedsDir: env.KALENDS_FEEDS === 'none' ? null : env.KALENDS_FEEDS,
    backup: env.KALENDS_BACKUP_DIR
      ? {
          dir: env.KALENDS_BACKUP_DIR,
          everyHours: env.KALENDS_BACKUP_HOURS,
          keep: env.KALENDS_BACKUP_KEEP,
        }
      : null,
    mail: env.KALENDS_SMTP_URL
      ? {
          smtpUrl: env.KALENDS_SMTP_URL,
          from: env.KALENDS_MAIL_FROM ?? `kalends@${new URL(publicUrl).hostname}`,
        }
      : null,
    trustProxy: env.TRUST_PROXY === 'cloudflare' ? 'cloudflare' : Number(env.TRUST_PROXY),
    pushHosts: env.KALENDS_PUSH_HOSTS?.split(/\s*,\s*/) ?? [],
  })
}
