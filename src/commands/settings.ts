// The settings, with what is wrong with one in the words of the terminal's language.

import { type Config, readConfig, SETTINGS } from '../config.ts'
import type { Language } from '../language/choose.ts'
import { reasonOf } from './usage.ts'
import { WORDS } from './words.ts'

/** Throws a line that names the setting that is wrong, what it holds and what is wanted. */
export function settingsFrom(env: NodeJS.ProcessEnv, language: Language): Config {
  try {
    return readConfig(env)
  } catch (error) {
    const said = reasonOf(error)
    const name = SETTINGS.find((setting) => said.startsWith(setting))
    const { settings, wrongSetting } = WORDS[language]
    if (!name) throw error
    const value = name.endsWith('_KEY') ? null : (env[name] ?? '')
    throw new Error(wrongSetting(name, value, settings[name] ?? said))
  }
}
