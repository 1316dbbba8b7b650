// Every User-Agent of shared/interop/interop.md §1.3, and what it is taken for.

import { expect, test } from 'vitest'
import { type Family, familyOf } from '../../src/ledger/client.ts'

const SEEN: [string, Family][] = [
  ['Google-Calendar-Importer', 'google'],
  ['iOS/11.0 (15A372) dataaccessd/1.0', 'apple-ios'],
  ['iOS/18.0 (22A3354) dataaccessd/1.0', 'apple-ios'],
  ['iOS/26.5 (23F77) dataaccessd/1.0', 'apple-ios'],
  ['iOS/12.0 (16A366) accountsd/1.0', 'apple-ios'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
    'browser',
  ],
  ['macOS/13.4 (22F66) dataaccessd/1.0', 'apple-mac'],
  ['Mac+OS+X/10.13.6 (17G65) Calendar/2195.4.3', 'apple-mac'],
  ['Mac+OS+X/10.13.6 (17G65) CalendarAgent/399.2.2', 'apple-mac'],
  ['Mac_OS_X/10.9.2 (13C64) CalendarAgent/176', 'apple-mac'],
  ['Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.16327; Pro)', 'outlook-classic'],
  ['Microsoft Exchange/15.20 (Windows NT 10.0; Win64; x64)', 'outlook-cloud'],
  ['Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 6.0)', 'outlook-cloud'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Thunderbird/153.7.0', 'thunderbird'],
  ['Evolution/3.46.4', 'evolution'],
  ['ICSx5/2.2.6 (ical4j/4.0.4 okhttp/4.12.0 Android/14)', 'icsx5'],
  ['vdirsyncer/0.19.0', 'vdirsyncer'],
  ['Mozilla/5.0 (X11; Linux x86_64) KIO/5.103 akonadi_ical_resource', 'kde'],
  ['Nextcloud-Server-Crawler/30.0.0', 'nextcloud'],
  ['Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)', 'bot'],
  ['Zap Calendar', 'bot'],
  ['facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)', 'bot'],
  ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', 'bot'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'browser'],
  ['Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 6.1)', 'browser'],
  ['curl/8.5.0', 'other'],
  ['', 'other'],
]

test.each(SEEN)('%s', (userAgent, family) => {
  expect(familyOf(userAgent)).toBe(family)
})
