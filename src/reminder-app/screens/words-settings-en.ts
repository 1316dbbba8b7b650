// What the reminder app says in English on its settings.

import type { SettingsWords } from './words-settings-ko.ts'

const some = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'} before`

export const settingsEn: SettingsWords = {
  title: 'Settings',
  saved: 'Saved.',
  rules: {
    title: 'When should it ring?',
    minutes: 'Before the start',
    own: 'Own (minutes before)',
    daysBefore: 'Some days ahead',
    allDay: 'All-day events, and those without a time yet',
    tickets: 'When tickets open',
    day: (days) => (days === 0 ? 'the same day' : some(days, 'day')),
    which: 'Day',
    at: 'At',
    addDay: 'Add an alert',
    removeDay: (text) => `Remove the alert ${text}`,
    none: 'It does not ring.',
    minute: (minutes) => {
      if (minutes === 0) return 'at once'
      if (minutes % 1440 === 0) return some(minutes / 1440, 'day')
      if (minutes % 60 === 0) return some(minutes / 60, 'hour')
      return some(minutes, 'minute')
    },
    most: 'There can be 5 at most.',
    quiet: 'Quiet at night',
    quietHint: 'What would ring in these hours rings just before they begin.',
    from: 'From',
    to: 'Until',
    changes: 'Tell me when something near changes or is cancelled',
  },
  push: {
    title: 'Notifications on this device',
    on: 'They are on, also while the app is closed.',
    off: 'They are off.',
    enable: 'Turn notifications on',
    disable: 'Turn notifications off',
    enabled: 'Notifications are on.',
    disabled: 'Notifications are off.',
    test: 'Send a test',
    tested: 'A test notification is on its way to this device.',
    denied:
      'The browser blocks notifications of this site. Allow them in the settings of your browser or phone, then open this again.',
    unsupported:
      'This browser cannot receive notifications. Put the events into your phone’s calendar and it will ring instead.',
    iphone:
      'On iPhone and iPad, notifications work only in an app that was added to the home screen (from iOS 16.4). How to do that stands just below.',
  },
  install: {
    title: 'Install it as an app',
    why: 'It opens from your home screen or your list of apps. No store, no account.',
    button: 'Install',
    whyIphone:
      'On the home screen it opens like an app, can notify you, and the browser does not clear away what it keeps.',
    iphone: [
      'Press the share button, the square with an arrow that points up.',
      'Choose “Add to Home Screen”.',
      'Open it from there, and paste your schedule link, which stands below, into “Open a link”. The app on the home screen does not take over what the browser keeps.',
    ],
  },
  phone: {
    title: 'Your phone’s calendar',
    unknown: 'Once you are online, this shows when your calendar last refreshed.',
    none: 'No calendar app has subscribed to your link yet.',
    toLinks: 'Put it into your phone’s calendar',
    fetched: (ago) => `Your calendar refreshed ${ago}, and `,
    missing: (count) =>
      count === 0
        ? 'has everything.'
        : count === 1
          ? 'one change is not in it yet.'
          : `${count} changes are not in it yet.`,
    other: 'Another app',
  },
  language: { title: 'Language', label: 'Language of the app' },
  device: {
    title: 'On another device',
    intro: 'Open this address on another device, and both share the same events and memos.',
    address: 'Your schedule link',
  },
  forget: {
    title: 'Clear this device',
    intro:
      'Takes the events and memos off this device. The link, and the subscription in your phone’s calendar, stay.',
    button: 'Clear this device',
    sure: 'Clear this device?',
    waiting: (count) =>
      count === 1
        ? 'One change that is not sent yet will be lost.'
        : `${count} changes that are not sent yet will be lost.`,
    ended: 'Takes the events and memos off this device.',
    keepLink: 'To use it again you need your schedule link. Copy it first.',
    yes: 'Clear',
    no: 'Leave it',
  },
}
