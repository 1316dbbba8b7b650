// What is wrong with a server’s answers, in English.

import type { AnswerCode } from './defects.ts'

export const ANSWER_EN: Record<AnswerCode, readonly [found: string, right: string]> = {
  content_type: ['The Content-Type is “{found}”.', 'Send text/calendar; charset=utf-8.'],
  charset: ['The Content-Type names the charset “{found}”.', 'Send UTF-8, and say so.'],
  path_ending: [
    'The path does not end in .ics.',
    'End it in .ics; some programs look at nothing else.',
  ],
  head_differs: [
    'HEAD is answered {found}, GET is not. Thunderbird looks with HEAD first.',
    'Answer HEAD as GET, without the body.',
  ],
  no_validator: [
    'There is neither ETag nor Last-Modified: every look costs the whole file.',
    'Send an ETag made from the bytes.',
  ],
  condition_ignored: [
    'Asked whether anything is new, the server sends everything again.',
    'Answer 304 when If-None-Match or If-Modified-Since fits.',
  ],
  condition_wrong: [
    'The server answers 304 to an ETag that it never gave: changes would not arrive.',
    'Compare If-None-Match with the ETag of the present file.',
  ],
  changes_every_time: [
    'Two looks in a row bring different bytes, from line {line} on.',
    'Let nothing depend on the moment of asking, above all not DTSTAMP.',
  ],
  stamp_is_now: [
    'DTSTAMP is the moment of asking.',
    'Write when the event was last changed; otherwise programs see every event change every time.',
  ],
  tag_blind: [
    'The bytes differ between two looks, but the ETag does not.',
    'Make the ETag from the bytes.',
  ],
  tag_restless: [
    'The bytes are the same, but the ETag is another at every look.',
    'Make the ETag from the bytes, on every server alike.',
  ],
  not_compressed: [
    'The file of {octets} octets is sent without compression.',
    'Send gzip to those who accept it.',
  ],
  compressed_unasked: [
    'The answer is compressed though the program did not ask for it.',
    'Compress only for those who send Accept-Encoding.',
  ],
  vary_missing: [
    'The answer is compressed, but does not say that it varies by Accept-Encoding.',
    'Send Vary: Accept-Encoding.',
  ],
  refused_client: [
    'Some programs are answered {found} where others get the calendar.',
    'Give every program the same file; let no guard against robots stand before it, and never answer 406.',
  ],
  another_answer: [
    'Some programs get something else than the others, though it is a calendar.',
    'Give every program the same file.',
  ],
  cookies: ['The answer sets a cookie.', 'Programs keep none; leave it out.'],
  cache_control: [
    'Cache-Control forbids keeping the file.',
    'Send Cache-Control: public, max-age=300 or more.',
  ],
  unreachable: [
    '{why, select, timeout {There was no whole answer in time.} too_large {The answer is larger than 3 MB.} truncated {The answer broke off before its end.} encoding {The answer is compressed in a way that cannot be read.} headers {The headers of the answer are malformed or too long.} dns {The name of the server is not known.} tls {The certificate of the server is not valid for it.} inside {It leads to an address that is not public.} other {No connection to the server was possible.}}',
    'Look at the address in a browser that is not signed in, from another network.',
  ],
  server_error: [
    'The server answers {status}. Thunderbird stops asking until it is started anew.',
    'Send the last good file rather than an error.',
  ],
  not_calendar: [
    'The answer is not a calendar but something else, such as a page of a website.',
    'Answer an iCalendar file, or 404. A page with status 200 empties the calendar of Thunderbird and Evolution.',
  ],
  empty_body: [
    'The answer is empty.',
    'Answer a whole calendar, with one event at least. An empty answer empties the calendar of subscribers.',
  ],
  cut_short: [
    'The file breaks off before its end.',
    'Send the whole file up to END:VCALENDAR, and the right Content-Length.',
  ],
  http_open: [
    'The address answers over http: without leading to https:.',
    'Redirect http: to https: with 308; webcal: addresses are opened over http: by some programs.',
  ],
  http_fails: [
    'Over http: there is {found} instead of a way to https:.',
    'Redirect http: to https: with 308; webcal: addresses are opened over http: by some programs.',
  ],
  not_https: [
    'The feed is not served over https:.',
    'Serve it over https:, and redirect http: there.',
  ],
  redirects_many: [
    'It takes {count} redirections to reach the feed.',
    'Publish the last address: {url}',
  ],
  redirect_not_kept: [
    'The feed has moved ({status}) to {url}.',
    'Redirect with 308: ICSx5 keeps the new address of that alone.',
  ],
  redirect_insecure: [
    'It redirects from https: to http:.',
    'Stay with https:; programs refuse to leave it.',
  ],
  not_found: [
    'The server answers {status}.',
    'Look whether the address is right and needs no sign-in.',
  ],
  gone: [
    'The server answers 410: gone for good. Thunderbird switches the calendar off.',
    'If it is to come back, answer a small calendar that says so.',
  ],
  robots: [
    'robots.txt forbids the feed, or cannot be read ({found}).',
    'Answer /robots.txt with 200 and allow the path; Google has refused others.',
  ],
  url_long: [
    'The address has {units} characters. Google does not fetch more than {limit}, without saying so.',
    'Give it a shorter address.',
  ],
  url_characters: [
    'The address has characters beyond letters, digits and - . _ ~.',
    'Choose a plain address: it is copied, encoded and read aloud.',
  ],
  too_many_events: [
    'There are {events} events; Google loses some beyond {limit}.',
    'Leave out the past, or split the calendar.',
  ],
  too_large: [
    'The file is {octets} octets large; Google loses events beyond {limit}.',
    'Leave out the past, shorten descriptions, or split the calendar.',
  ],
}
