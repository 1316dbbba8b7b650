// What is kept on the device, for a screen: read at once from what was read before, and again after
// each change.

import { useEffect, useState } from 'preact/hooks'
import type { Engine } from '../engine.ts'
import { useApp } from './app.ts'

/** Places whose last reading is remembered, so that going back shows them without a blink. */
const MAX_REMEMBERED = 50
const memories = new WeakMap<Engine, Map<string, unknown>>()

function memoryOf(engine: Engine): Map<string, unknown> {
  const memory = memories.get(engine) ?? new Map<string, unknown>()
  memories.set(engine, memory)
  return memory
}

function remember(engine: Engine, key: string, value: unknown): void {
  const memory = memoryOf(engine)
  memory.delete(key)
  memory.set(key, value)
  const [oldest] = memory.keys()
  if (memory.size > MAX_REMEMBERED && oldest !== undefined) memory.delete(oldest)
}

/** Undefined until it was read once. `key` says what is asked for. */
export function useKept<T>(key: string, read: () => Promise<T>): T | undefined {
  const { engine, language } = useApp()
  const place = `${language} ${key}`
  const [, setReadings] = useState(0)
  useEffect(() => {
    let isShown = true
    let isReading = false
    let isStale = false
    const look = async (): Promise<void> => {
      isStale = true
      if (isReading) return
      isReading = true
      while (isStale && isShown) {
        isStale = false
        const value = await read().catch(() => undefined)
        if (value === undefined || !isShown) continue
        remember(engine, place, value)
        setReadings((count) => count + 1)
      }
      isReading = false
    }
    void look()
    const stop = engine.watch(() => void look())
    return () => {
      isShown = false
      stop()
    }
  }, [engine, place])
  return memoryOf(engine).get(place) as T | undefined
}

export type Asked<T> = { value?: T; failed?: unknown }

/** Of what the network may be asked for: once for each key, not after each change. */
export function useAsked<T>(key: string, ask: () => Promise<T>): Asked<T> {
  const [asked, setAsked] = useState<Asked<T> & { key?: string }>({})
  useEffect(() => {
    let isShown = true
    const told = (answer: Asked<T>) => isShown && setAsked({ ...answer, key })
    ask().then(
      (value) => told({ value }),
      (failed: unknown) => told({ failed }),
    )
    return () => {
      isShown = false
    }
  }, [key])
  return asked.key === key ? asked : {}
}
