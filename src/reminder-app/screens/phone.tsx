// How old the calendar on one's phone is, and whether something is not in it yet.

import { useApp } from './app.ts'
import { ago } from './dates.ts'
import { useAsked } from './kept.ts'

/** As people call them; the same in both languages. */
const PROGRAMS: Record<string, string> = {
  ...{ google: 'Google Calendar', 'apple-ios': 'iPhone, iPad', 'apple-mac': 'Mac' },
  ...{ 'outlook-cloud': 'Outlook.com, Microsoft 365', 'outlook-classic': 'Outlook (Windows)' },
  ...{ thunderbird: 'Thunderbird', evolution: 'GNOME', icsx5: 'ICSx5', kde: 'KDE' },
  ...{ vdirsyncer: 'vdirsyncer', nextcloud: 'Nextcloud' },
}

export function PhoneSection() {
  const { engine, state, language, words, now } = useApp()
  const { phone } = words.settings
  const { value, failed } = useAsked(`phone ${state.syncedAt} ${state.online}`, () =>
    engine.phone(),
  )
  const isUnknown = value === null || failed !== undefined
  return (
    <section>
      <h2>{phone.title}</h2>
      {isUnknown && <p class="soft">{phone.unknown}</p>}
      {value?.length === 0 && (
        <p class="soft">
          {phone.none} <a href="#/calendars">{phone.toLinks}</a>
        </p>
      )}
      <ul class="phones">
        {value?.map(({ program, fetchedAt, missing }) => (
          <li key={program}>
            <strong>{PROGRAMS[program] ?? phone.other}</strong>
            <p>
              {phone.fetched(ago(fetchedAt, language, now))}
              <span class={missing > 0 ? 'late' : 'fine'}>{phone.missing(missing)}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
