// One line that says how the app stands: offline, what waits to be sent, what did not work, and when
// all was last in step. Only what matters is read aloud.

import { useApp } from './app.ts'
import { ago } from './dates.ts'

export function StatusLine() {
  const { engine, state, language, words, now } = useApp()
  const { status } = words
  const grave = [
    ...(state.online ? [] : [status.offline]),
    ...(state.waiting > 0 ? [status.waiting(state.waiting)] : []),
    ...(state.problem ? [status.problem(state.problem)] : []),
    ...(state.setbacks > 0 ? [words.setbacks.count(state.setbacks)] : []),
  ]
  const age = state.syncedAt ? status.synced(ago(state.syncedAt, language, now)) : status.never
  return (
    <div class="status">
      <p class="age">{state.syncing ? status.syncing : age}</p>
      <button
        type="button"
        class="icon"
        disabled={!state.online || state.syncing}
        onClick={() => void engine.sync()}
        aria-label={status.sync}
        title={status.sync}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true" class={state.syncing ? 'turning' : undefined}>
          <path d="M20 12a8 8 0 1 1-2.3-5.7M20 3v4.5h-4.5" />
        </svg>
      </button>
      <p role="status" class={grave.length > 0 ? 'grave' : 'quiet'}>
        {grave.join(' ')}
        {state.setbacks > 0 && (
          <>
            {' '}
            <a href="#/changes">{words.setbacks.see}</a>
          </>
        )}
      </p>
    </div>
  )
}
