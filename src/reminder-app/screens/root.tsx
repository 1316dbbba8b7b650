// The reminder app's screens: one of them at a time, in a frame of tabs and a line of status.

import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks'
import type { Engine } from '../engine.ts'
import { AddScreen } from './add.tsx'
import { type App, AppContext, type Done, useApp, useEngineState, useNow } from './app.ts'
import { CalendarsScreen } from './calendars.tsx'
import { ChangesScreen } from './changes.tsx'
import { DoneLine } from './done.tsx'
import { EventScreen } from './event.tsx'
import { LANGUAGE_NAMES, languageHere, rememberLanguage } from './language.ts'
import { useRoute } from './navigation.ts'
import { Title } from './parts.tsx'
import { ReportScreen } from './report.tsx'
import { placeOf, type Route } from './route.ts'
import { SettingsScreen } from './settings.tsx'
import { StatusLine } from './status-line.tsx'
import { Tabs } from './tabs.tsx'
import { WeekScreen } from './week.tsx'
import { WelcomeScreen } from './welcome.tsx'
import { type Language, WORDS } from './words.ts'

export interface RootProps {
  engine: Engine
  language: Language
}

export function Root({ engine, language: given }: RootProps) {
  const route = useRoute()
  const state = useEngineState(engine)
  const now = useNow()
  const [language, setLanguage] = useState(() => languageHere(given))
  const [done, say] = useState<Done | null>(null)
  const place = placeOf(route)
  useLayoutEffect(() => say(null), [place])
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const app = useMemo<App>(() => {
    const changeLanguage = (chosen: Language) => {
      rememberLanguage(chosen)
      setLanguage(chosen)
    }
    return { engine, state, language, words: WORDS[language], now, say, changeLanguage }
  }, [engine, state, language, now])
  return (
    <AppContext.Provider value={app}>
      <Frame route={route} app={app}>
        <DoneLine done={done} onClose={() => say(null)} />
      </Frame>
    </AppContext.Provider>
  )
}

function Frame({ route, app, children }: { route: Route; app: App; children: ComponentChildren }) {
  const { words, state } = app
  const isHere = state.subscription === 'here'
  const toContent = () => document.querySelector('h1')?.focus()
  return (
    <>
      <button type="button" class="skip" onClick={toContent}>
        {words.skip}
      </button>
      <header>
        <a class="brand" href="#/">
          Kalends
        </a>
        {isHere ? <StatusLine /> : <OtherLanguage />}
      </header>
      <main>
        <Screen key={placeOf(route)} route={route} />
      </main>
      {children}
      {isHere && <Tabs route={route} />}
    </>
  )
}

/** Where there is nothing yet, the welcome stands for every screen that would show it. */
function Screen({ route }: { route: Route }) {
  const { subscription } = useApp().state
  if (subscription === 'loading') return <Loading />
  if (route.screen === 'add') return <AddScreen link={route.link} />
  if (subscription !== 'here') return <WelcomeScreen />
  if (route.screen === 'week') return <WeekScreen from={route.from} />
  if (route.screen === 'calendars') return <CalendarsScreen />
  if (route.screen === 'changes') return <ChangesScreen />
  if (route.screen === 'settings') return <SettingsScreen />
  if (route.screen === 'event') return <EventScreen {...route} />
  if (route.screen === 'report') return <ReportScreen {...route} />
  return <UnknownScreen />
}

const Loading = () => <p class="soft">{useApp().words.loading}</p>

function UnknownScreen() {
  const { words } = useApp()
  return (
    <>
      <Title text={words.problems.none} />
      <p>
        <a class="button" href="#/">
          {words.problems.home}
        </a>
      </p>
    </>
  )
}

function OtherLanguage() {
  const { language, changeLanguage } = useApp()
  const other = language === 'ko' ? 'en' : 'ko'
  return (
    <button type="button" class="plain" lang={other} onClick={() => changeLanguage(other)}>
      {LANGUAGE_NAMES[other]}
    </button>
  )
}
