// What was just done, with a way back. It stays until it is closed, or the person goes elsewhere.

import { type Done, useApp } from './app.ts'

export function DoneLine({ done, onClose }: { done: Done | null; onClose: () => void }) {
  const { words, say } = useApp()
  const undo = async () => {
    await done?.undo?.().then(
      () => say({ text: words.undone }),
      () => say({ text: words.failed }),
    )
  }
  return (
    <div role="status" class="done">
      {done && (
        <div>
          <p>{done.text}</p>
          {done.undo && (
            <button type="button" onClick={() => void undo()}>
              {words.undo}
            </button>
          )}
          <button type="button" class="icon" onClick={onClose} aria-label={words.close}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M6 6l12 12M18 6L6 18" />
            </svg>
          </button>
        </div>
      )}
    </div>
  )
}
