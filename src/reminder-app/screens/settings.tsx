// Settings: when it rings, notifications here, the phone's calendar, the language, other devices.

import type { ComponentChildren } from 'preact'
import { useApp, useDoing } from './app.ts'
import { ForgetSection } from './forget.tsx'
import { isInstalled, isIphone, useOffer } from './installing.ts'
import { useKept } from './kept.ts'
import { LANGUAGE_NAMES } from './language.ts'
import { Address, Title } from './parts.tsx'
import { PhoneSection } from './phone.tsx'
import { RulesForm } from './rules-form.tsx'
import { Setbacks } from './setbacks.tsx'

export function SettingsScreen() {
  const { engine, words } = useApp()
  const rules = useKept('rules', () => engine.rules())
  return (
    <>
      <Title text={words.settings.title} />
      <PushSection />
      <InstallSection />
      <Setbacks about={({ kind }) => kind === 'rule'} />
      {rules && <RulesForm rules={rules} />}
      <PhoneSection />
      <LanguageSection />
      <DeviceSection />
      <ForgetSection />
    </>
  )
}

/** Where the browser offers it, or where somebody has to do it by hand. */
function InstallSection() {
  const { words } = useApp()
  const act = useDoing()
  const take = useOffer()
  const { install } = words.settings
  if (isInstalled() || !(take || isIphone())) return null
  return (
    <section>
      <h2>{install.title}</h2>
      {take ? (
        <>
          <p>{install.why}</p>
          <button type="button" onClick={() => void act(take)}>
            {install.button}
          </button>
        </>
      ) : (
        <>
          <p>{install.whyIphone}</p>
          <ol class="steps">
            {install.iphone.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

function PushSection() {
  const { engine, state, words } = useApp()
  const act = useDoing()
  const { push } = words.settings
  const isOn = state.push === 'on'
  const turn = () =>
    isOn
      ? act(() => engine.disablePush(), { text: push.disabled })
      : act(() => engine.enablePush(), { text: push.enabled })
  if (state.push === 'unsupported')
    return <PushText>{isIphone() ? push.iphone : push.unsupported}</PushText>
  if (state.push === 'denied') return <PushText>{push.denied}</PushText>
  return (
    <PushText text={isOn ? push.on : push.off}>
      <button type="button" class={isOn ? undefined : 'main'} onClick={() => void turn()}>
        {isOn ? push.disable : push.enable}
      </button>{' '}
      {isOn && (
        <button
          type="button"
          disabled={!state.online}
          onClick={() => void act(() => engine.testPush(), { text: push.tested })}
        >
          {push.test}
        </button>
      )}
    </PushText>
  )
}

function PushText({ text, children }: { text?: string; children: ComponentChildren }) {
  const { words } = useApp()
  return (
    <section>
      <h2>{words.settings.push.title}</h2>
      {text && <p>{text}</p>}
      <p>{children}</p>
    </section>
  )
}

function LanguageSection() {
  const { language, words, changeLanguage } = useApp()
  return (
    <section>
      <h2>{words.settings.language.title}</h2>
      <fieldset class="chips">
        <legend class="aloud">{words.settings.language.label}</legend>
        {(['ko', 'en'] as const).map((each) => (
          <label key={each} class="chip" lang={each}>
            <input
              type="radio"
              name="language"
              checked={language === each}
              onChange={() => changeLanguage(each)}
            />
            {LANGUAGE_NAMES[each]}
          </label>
        ))}
      </fieldset>
    </section>
  )
}

function DeviceSection() {
  const { engine, words } = useApp()
  const links = useKept('links', () => engine.links())
  if (!links) return null
  return (
    <section>
      <h2>{words.settings.device.title}</h2>
      <p>{words.settings.device.intro}</p>
      <Address label={words.settings.device.address} address={links.manageUrl} />
      <p class="hint">{words.calendars.secret}</p>
    </section>
  )
}
