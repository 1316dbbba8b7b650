// Taking everything off this device, after asking whether that is meant.

import { useRef } from 'preact/hooks'
import { useApp, useDoing } from './app.ts'
import { go } from './navigation.ts'

export function ForgetSection() {
  const { words } = useApp()
  const { forget } = words.settings
  return (
    <section>
      <h2>{forget.title}</h2>
      <p>{forget.intro}</p>
      <ForgetButton label={forget.button} />
    </section>
  )
}

export function ForgetButton({ label }: { label: string }) {
  const { engine, state, words } = useApp()
  const act = useDoing()
  const dialog = useRef<HTMLDialogElement>(null)
  const { forget } = words.settings
  const isHere = state.subscription === 'here'
  const yes = async () => {
    dialog.current?.close()
    if (await act(() => engine.forget())) go('#/')
  }
  return (
    <>
      <button type="button" class="danger" onClick={() => dialog.current?.showModal()}>
        {label}
      </button>
      <dialog ref={dialog} aria-labelledby="forget-sure">
        <h2 id="forget-sure">{forget.sure}</h2>
        <p>{isHere ? forget.intro : forget.ended}</p>
        {state.waiting > 0 && <p class="wrong">{forget.waiting(state.waiting)}</p>}
        {isHere && <p>{forget.keepLink}</p>}
        <p class="doings">
          <button type="button" onClick={() => dialog.current?.close()}>
            {forget.no}
          </button>
          <button type="button" class="danger" onClick={() => void yes()}>
            {forget.yes}
          </button>
        </p>
      </dialog>
    </>
  )
}
