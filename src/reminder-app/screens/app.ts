// What every screen has at hand: the engine and its state, the language's words, the time, and a
// way to say what was done.

import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import type { Engine, EngineState } from '../engine.ts'
import type { AllWords, Language } from './words.ts'

/** What was just done, and how it is undone. */
export interface Done {
  text: string
  undo?: () => Promise<void>
}

export interface App {
  engine: Engine
  state: EngineState
  language: Language
  words: AllWords
  /** Moves on by itself, so that what is past looks past. */
  now: number
  say(done: Done): void
  changeLanguage(language: Language): void
}

export const AppContext = createContext<App | null>(null)

export function useApp(): App {
  const app = useContext(AppContext)
  if (!app) throw new Error('a screen stands outside of the app')
  return app
}

export function useEngineState(engine: Engine): EngineState {
  const [state, setState] = useState(engine.state)
  useEffect(() => {
    const look = () => setState({ ...engine.state })
    look()
    return engine.watch(look)
  }, [engine])
  return state
}

const NOW_EVERY_MS = 20_000

export function useNow(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const look = () => setNow(Date.now())
    const timer = setInterval(look, NOW_EVERY_MS)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
  return now
}

/** Words of an error that were made for people, else plain ones. */
export const wordsOf = (error: unknown, words: AllWords): string =>
  error instanceof Error && error.name === 'Told' ? error.message : words.failed

/** Does something and says so, or says that it did not work. */
export function useDoing(): (doing: () => Promise<void>, done?: Done) => Promise<boolean> {
  const { say, words } = useApp()
  return async (doing, done) => {
    try {
      await doing()
      if (done) say(done)
      return true
    } catch (error) {
      say({ text: wordsOf(error, words) })
      return false
    }
  }
}
