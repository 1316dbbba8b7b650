// The first screen: everything else is reached from it.

import type { Engine } from '../engine.ts'

export interface RootProps {
  engine: Engine
  language: 'ko' | 'en'
}

export function Root({ engine, language }: RootProps) {
  return <main lang={language}>{engine.state.subscription}</main>
}
