// The four places of the app, at the thumb on a phone and above on a desk.

import { useApp } from './app.ts'
import { useKept } from './kept.ts'
import type { Route } from './route.ts'

const TABS = ['week', 'calendars', 'changes', 'settings'] as const
type Tab = (typeof TABS)[number]

const ICONS: Record<Tab, string> = {
  week: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4M8 14h3',
  calendars: 'M4 5h16M4 12h16M4 19h16M4 5v.01M4 12v.01M4 19v.01',
  changes: 'M4 8h13l-4-4M20 16H7l4 4',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4',
}

const TAB_OF: Partial<Record<Route['screen'], Tab>> = {
  ...{ week: 'week', event: 'week', report: 'week', calendars: 'calendars', add: 'calendars' },
  ...{ changes: 'changes', settings: 'settings' },
}

export function Tabs({ route }: { route: Route }) {
  const { engine, words } = useApp()
  const differences = useKept('differences', () => engine.differences()) ?? []
  const current = TAB_OF[route.screen]
  return (
    <nav class="tabs" aria-label={words.tabs.label}>
      {TABS.map((tab) => (
        <a
          key={tab}
          href={tab === 'week' ? '#/' : `#/${tab}`}
          aria-current={tab === route.screen ? 'page' : tab === current ? 'true' : undefined}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d={ICONS[tab]} />
          </svg>
          <span>
            {words.tabs[tab]}
            {tab === 'changes' && differences.length > 0 && (
              <b class="count"> {differences.length}</b>
            )}
          </span>
        </a>
      ))}
    </nav>
  )
}
