// Two signals as one: `AbortSignal.any` where there is one (Node 20.3, Chrome 116, Safari 17.4), else the same by hand.

export function eitherOf(one: AbortSignal, other: AbortSignal): AbortSignal {
  if ('any' in AbortSignal) return AbortSignal.any([one, other])
  const both = new AbortController()
  const signals = [one, other] as const
  const abort = ({ target }: Event) => {
    for (const each of signals) each.removeEventListener('abort', abort)
    both.abort((target as AbortSignal).reason)
  }
  for (const each of signals) {
    if (each.aborted) both.abort(each.reason)
    else each.addEventListener('abort', abort)
  }
  return both.signal
}
