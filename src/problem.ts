// What can go wrong by a caller's doing: a short closed list, which knows nothing of HTTP.

export const PROBLEM_CODES = [
  'invalid_request',
  'unknown_option',
  'token_invalid',
  'unauthorized',
  'forbidden',
  'not_from_here',
  'too_many_attempts',
  'too_many_reports',
  'reports_full',
  'report_decided',
  'report_not_about',
  'invitation_over',
  'not_found',
  'url_not_allowed',
  'not_fetched',
  'http_status',
  'pulled_just_now',
  'name_invalid',
  'name_reserved',
  'name_taken',
  'calendar_moved_on',
  'calendar_deleted',
  'upload_not_ready',
  'questions_open',
  'plan_changed',
  'publication_time',
  'nothing_given',
  'guard_not_confirmed',
  'revision_not_earlier',
  'not_exportable',
  'idempotency_conflict',
  'idempotency_busy',
  'idempotency_lost',
  'season_taken',
  'nothing_to_archive',
  'group_name_taken',
  'token_gone',
  'too_many',
  'audience_in_use',
  'audience_key_invalid',
  'audience_key_unknown',
  'audience_key_used_up',
  'over_limit',
  'overlays_full',
  'choice_invalid',
  'subscription_ended',
  'too_many_subscriptions',
  'subscription_busy',
  'subscription_moved_on',
  'too_many_streams',
  'network_streams_full',
  'streams_full',
  'endpoint_not_allowed',
  'push_key_invalid',
  'too_many_pushes',
  'doctor_busy',
  'mail_unavailable',
  'too_large',
  'file_too_costly',
  'unsupported_media',
  'image_kind',
  'image_damaged',
  'image_measures',
  'method_not_allowed',
  'quarantined',
  'unavailable',
  'internal',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]
export type ProblemParams = Record<string, string | number>

/** Thrown by any room; web/problems.ts alone turns it into a status and a body. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly params: ProblemParams

  constructor(code: ProblemCode, params: ProblemParams = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(params)}`, options)
    this.code = code
    this.params = params
  }
}
