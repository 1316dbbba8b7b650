// Taking everything off this device, after asking whether that is meant.

import { useRef } from 'preact/hooks'
import { useApp, useDoing } from './app.ts'
import { go } from './navigation.ts'

export function ForgetSection() {
  const { engine, state, words } = useApp()
  const act = useDoing()
  const dialog = useRef<HTMLDialogElement>(null)
  const { forget } = words.settings
  const yes = async () => {
    dialog.current?.close()
    if (await act(() => engine.forget())) go('#/')
  }
  return (
    <section>
      <h2>{forget.title}</h2>
      <p>{forget.intro}</p>
      <button type="button" class="danger" onClick={() => dialog.current?.showModal()}>
        {forget.button}
      </button>
      <dialog ref={dialog} aria-labelledby="forget-sure">
        <h2 id="forget-sure">{forget.sure}</h2>
        <p>{forget.intro}</p>
        {state.waiting > 0 && <p class="wrong">{forget.waiting(state.waiting)}</p>}
        <p>{forget.keepLink}</p>
        <p class="doings">
          <button type="button" onClick={() => dialog.current?.close()}>
            {forget.no}
          </button>
          <button type="button" class="danger" onClick={() => void yes()}>
            {forget.yes}
          </button>
        </p>
      </dialog>
    </section>
  )
}
