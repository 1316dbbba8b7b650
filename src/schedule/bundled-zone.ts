// The carried time-zone database as a luxon zone: the runtime's own data are never asked.

import { Zone } from 'luxon'
import { isZoneName, type Transition, transitionsOf } from './tzdata.ts'

const zones = new Map<string, BundledZone>()

/** The zone of that name; throws for one that the database does not have. */
export function bundledZone(name: string): BundledZone {
  const known = zones.get(name) ?? new BundledZone(name)
  zones.set(name, known)
  return known
}

export class BundledZone extends Zone {
  readonly #name: string
  readonly #transitions: readonly Transition[]

  constructor(name: string) {
    super()
    this.#name = name
    this.#transitions = transitionsOf(name)
  }

  override get type(): string {
    return 'kalends'
  }

  override get name(): string {
    return this.#name
  }

  override get isUniversal(): boolean {
    return this.#transitions.length === 1
  }

  override get isValid(): boolean {
    return isZoneName(this.#name)
  }

  /** Minutes east of UTC at an instant in milliseconds. */
  override offset(milliseconds: number): number {
    return this.at(milliseconds).offset
  }

  override offsetName(milliseconds: number): string {
    return this.at(milliseconds).abbreviation
  }

  override formatOffset(milliseconds: number, format: 'narrow' | 'short' | 'techie'): string {
    const offset = this.offset(milliseconds)
    const minutes = Math.abs(Math.round(offset))
    const pad = (value: number) => String(value).padStart(2, '0')
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
    const sign = offset < 0 ? '-' : '+'
    if (format === 'narrow') return `${sign}${hours}${rest > 0 ? `:${pad(rest)}` : ''}`
    return `${sign}${pad(hours)}${format === 'techie' ? '' : ':'}${pad(rest)}`
  }

  override equals(other: Zone): boolean {
    return other instanceof BundledZone && other.name === this.#name
  }

  /** What holds at an instant. */
  private at(milliseconds: number): Transition {
    let [low, high] = [0, this.#transitions.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((this.#transitions[middle]?.at ?? 0) <= milliseconds) low = middle
      else high = middle - 1
    }
    return this.#transitions[low] as Transition
  }
}
