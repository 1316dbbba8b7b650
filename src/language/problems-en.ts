// The words for every problem, in English.

import { AUDIENCE_PROBLEMS_EN } from './problems-audiences.ts'
import { LIVE_PROBLEMS } from './problems-live.ts'
import { OVERLAY_PROBLEMS } from './problems-overlays.ts'
import { PUSH_PROBLEMS } from './problems-push.ts'
import { REPORT_PROBLEMS } from './problems-reports.ts'
import type { ProblemWords } from './words-of-codes.ts'

export const PROBLEMS_EN: ProblemWords = {
  ...AUDIENCE_PROBLEMS_EN,
  ...PUSH_PROBLEMS.en,
  ...REPORT_PROBLEMS.en,
  ...LIVE_PROBLEMS.en,
  ...OVERLAY_PROBLEMS.en,
  invalid_request: {
    title: 'The request is not as it should be',
    detail: '{place}: {found}. {wanted}',
  },
  unknown_option: {
    title: 'Unknown option',
    detail:
      '“{name}” is not an option of this address. Known: {known}. Nothing was filtered, so nothing is answered.',
  },
  token_invalid: {
    title: 'Not a token of this list',
    detail: '“{value}” was not issued here. Pass on the value of “next” as it was given.',
  },
  unauthorized: {
    title: 'A key is needed',
    detail:
      'Send “Authorization: Bearer KEY” with a valid key. {why, select, unknown {The key is unknown or was revoked.} unreadable {The header holds more than printable ASCII.} other {}}',
  },
  forbidden: { title: 'Not with this key', detail: 'This needs {needed}; the key is {has}.' },
  not_from_here: {
    title: 'Not sent from this site',
    detail:
      'The request does not come from a page of this site, or the page is from an earlier sign-in. Open the page anew and send it once more.',
  },
  too_many_attempts: {
    title: 'Too many attempts',
    detail:
      'There were too many attempts, so what you just entered was not checked: it may be right. Minutes until you can enter it again: {minutes}.',
  },
  invitation_over: {
    title: 'This invitation no longer holds',
    detail:
      'It was used, withdrawn or has expired, or part of the link is missing. Ask whoever invited you for a new one.',
  },
  idempotency_conflict: {
    title: 'This Idempotency-Key was used for something else',
    detail:
      'Within the last 48 hours the same Idempotency-Key came with another address or body. Use a new one for each thing to be done.',
  },
  idempotency_busy: {
    title: 'This call is being answered',
    detail:
      'The same call with the same Idempotency-Key is under way. Send it again in a few seconds for its answer.',
  },
  idempotency_lost: {
    title: 'This was done, but its answer was lost',
    detail:
      'The call with this Idempotency-Key was carried out and cut off before its answer was kept. It is not done again: look at what there is, and use a new key for anything more.',
  },
  not_found: { title: 'Not found', detail: 'There is no {what} “{name}”.' },
  url_not_allowed: {
    title: 'Not an address that may be called',
    detail:
      '“{value}”: {why, select, scheme {only http:, https: and webcal: are called} credentials {a user name or password may not stand in it} characters {control characters may not stand in it} port {only the ports 80 and 443 and those from 1024 on are called} inside {it leads, or may lead, to this server or a network of its own; only public addresses are called} long {it is too long: 2,000 characters are the most} other {this is not an address of a web page}}. Give an address such as https://example.com/schedule.csv.',
  },
  not_fetched: {
    title: 'Nothing came from the address',
    detail:
      '{why, select, timeout {There was no whole answer within 30 seconds.} too_large {The answer is larger than 10 MB.} truncated {The answer broke off before its end.} encoding {The body is compressed in a way that cannot be read.} headers {The headers of the answer are malformed or too long.} dns {The name of the server is not known.} tls {The certificate of the server is not valid for it.} redirections {It redirects more often than three times, or nowhere.} insecure {It redirects from https: to http:.} other {No connection to the server was possible.}}',
  },
  name_invalid: {
    title: 'Not a name for an address',
    detail:
      '“{value}” cannot stand in an address. Use 1 to 64 of a-z, 0-9 and “-”, such as “season-2026”.',
  },
  name_reserved: {
    title: 'Reserved name',
    detail: '“{value}” is used by Kalends itself. Choose another name.',
  },
  name_taken: {
    title: 'Name taken',
    detail:
      '“{value}” belongs, or once belonged, to another calendar. Addresses are never given away; choose another name.',
  },
  calendar_moved_on: {
    title: 'The calendar has moved on',
    detail:
      'This was compared with revision {base}, but the calendar is now at {now}. Compare it again (“look again” in review, or an empty PATCH of the upload) and review the new differences.',
  },
  calendar_deleted: {
    title: 'The calendar was deleted',
    detail: '“{name}” was deleted on {when}; it takes no more uploads. Use another name.',
  },
  upload_not_ready: {
    title: 'This upload cannot be published',
    detail: 'Its status is “{status}”; only a “ready” upload can be published.',
  },
  questions_open: {
    title: 'Questions are open',
    detail:
      '{count} question(s) of this upload are unanswered. Answer them in review (PATCH the upload), or send confirm=true to take the stated defaults; ambiguous dates have none: answer dateOrder (DMY, MDY, YMD) or year.',
  },
  publication_time: {
    title: 'Not a time to publish at',
    detail:
      '“{value}” {why, select, past {is past} far {is more than a year ahead} other {is not a time}}; now it is {now}. Send a time such as 2026-12-01T10:00:00+09:00; without an offset it is in the calendar’s zone.',
  },
  nothing_given: {
    title: 'No file was given',
    detail:
      'Neither a file was chosen nor a table pasted. Choose a file, or paste rows with their header.',
  },
  guard_not_confirmed: {
    title: 'Not confirmed',
    detail:
      'This is about {wanted} events; “{typed}” was typed. Type {wanted} if that is what you want. Nothing was published.',
  },
  revision_not_earlier: {
    title: 'Not an earlier revision',
    detail:
      'Revision {revision} cannot be restored; the calendar is at {now}. Choose one from {from} to {to}.',
  },
  not_exportable: {
    title: 'Not in this format',
    detail:
      'Single dates of “{title}” differ from their series, which {format} cannot hold. Nothing is left out silently: ask for format={instead}.',
  },
  token_gone: {
    title: 'Start again',
    detail: 'This token is older than what is kept. Ask once more without “since”.',
  },
  too_large: {
    title: 'Too large',
    detail: 'The body is larger than {limit} bytes. Split the file.',
  },
  file_too_costly: {
    title: 'The file takes too long',
    detail:
      'Reading this file was stopped, since it took too long or too much memory. Nothing was changed. Split the file, or export it once more in another format.',
  },
  unsupported_media: {
    title: 'Unsupported kind of body',
    detail: 'The body is “{found}”. Send {wanted}.',
  },
  image_kind: {
    title: 'Not a PNG or JPEG',
    detail:
      '{found, select, empty {It is empty.} other {This is none of the images that browsers show safely.} GIF {This is a GIF.} WebP {This is a WebP image.} HEIC {This is an HEIC or AVIF image, as phones take them.} SVG {This is an SVG, which can hold programs.} HTML {This is a web page, not an image.} PDF {This is a PDF.}} What counts are the bytes, not the name. Save the logo as PNG or JPEG and send that.',
  },
  image_damaged: {
    title: 'The image is damaged',
    detail:
      '{why, select, cut_off {Its end is missing.} checksum {A part does not agree with its checksum.} lies {It holds another picture than its beginning says.} other {It is not built as a PNG or JPEG is.}} Export it once more and send that.',
  },
  image_measures: {
    title: 'The image is too small or too large',
    detail: 'It is {width} × {height} pixels. Each side may have {min} to {max}.',
  },
  method_not_allowed: {
    title: 'Method not allowed',
    detail: '{method} is not possible here. Possible: {allowed}.',
  },
  quarantined: {
    title: 'Stored bytes are damaged',
    detail:
      'What is stored for “{name}” no longer has the fingerprint it was published with, so it is not served. The operator must restore a backup.',
  },
  unavailable: {
    title: 'Not available at the moment',
    detail:
      '{why, select, full {The disk of the server is full; nothing was stored.} busy {Another process is writing; nothing was stored.} read_only {The database is read-only; nothing was stored.} disk {The disk of the server reports an error. It is not known whether this was stored; the same file can safely be sent again.} stopped {The work beside it was stopped; it is not known whether this was stored.} damaged {The database is damaged. The operator must restore a backup.} other {The database does not answer.}} Try again in a minute.',
  },
  internal: {
    title: 'Something went wrong',
    detail: 'This is our fault, not yours. It has been logged as {id}.',
  },
  http_status: {
    title: 'The server answered otherwise',
    detail: 'The server at the address answered with status {status} instead of what was wanted.',
  },
  too_many: {
    title: 'Too many',
    detail: 'There are {limit} of “{what}” already. Remove one first.',
  },
  over_limit: {
    title: 'More than is possible',
    detail: '{field}: {found}, and {limit} is the most.',
  },
  choice_invalid: {
    title: 'This cannot be chosen',
    detail: '{field}: “{found}” is not possible here. Possible: {wanted}.',
  },
  subscription_ended: {
    title: 'This link is no longer used',
    detail:
      'On {endedAt} the personal feed got another link, or was erased. Use the new link, or make a new feed.',
  },
  too_many_subscriptions: {
    title: 'Too many personal feeds for now',
    detail:
      'Many personal feeds were made from your network. Try again in {minutes} minutes; those that were made stay.',
  },
  subscription_busy: {
    title: 'Changed at the same moment',
    detail:
      'The personal feed is being changed by somebody else with the same link. Send it again.',
  },
  doctor_busy: {
    title: 'The feed doctor is busy',
    detail:
      'Too many feeds, or this server too often, are being looked at just now. Try again in {seconds} seconds.',
  },
  mail_unavailable: {
    title: 'No mail from here',
    detail:
      'This server sends no mail, so nobody can be told by mail. Give a webhook, or ask the operator to set KALENDS_SMTP_URL.',
  },
  season_taken: {
    title: 'There is a season of that name',
    detail:
      'The season “{name}” was archived on {when}; its archive never changes. Choose another name.',
  },
  nothing_to_archive: {
    title: 'Nothing to archive',
    detail: 'No event of the schedule ended before {before}. Give a later day as “before”.',
  },
  group_name_taken: {
    title: 'That name is taken',
    detail:
      'A group or a store of this calendar is called “{name}” already. Names are tags by which people filter: give it another one.',
  },
  plan_changed: {
    title: 'Not what was looked at',
    detail:
      'Somebody answered or looked again meanwhile: “{named}” is no longer what would be published. Look at the upload and name its present “plan”.',
  },
  pulled_just_now: {
    title: 'It was fetched just now',
    detail: 'This source was fetched a moment ago. Fetch it again in {seconds} seconds.',
  },
}
