// The first screen of somebody who follows nothing yet, or whose link has ended.

import { useApp, useDoing } from './app.ts'
import { Find, OpenLink } from './find.tsx'
import { go } from './navigation.ts'
import { Title } from './parts.tsx'

export function WelcomeScreen() {
  const { engine, state, words } = useApp()
  const act = useDoing()
  if (state.subscription === 'ended')
    return (
      <>
        <Title text={words.welcome.ended} />
        <p>{words.welcome.endedWhy}</p>
        <OpenLink onOpened={() => go('#/')} />
        <p>
          <button type="button" onClick={() => void act(() => engine.forget())}>
            {words.welcome.fresh}
          </button>
        </p>
      </>
    )
  return (
    <>
      <div class="hero">
        <Title text={words.welcome.title} />
        <p>{words.welcome.intro}</p>
      </div>
      <Find />
      <section>
        <h2>{words.welcome.have}</h2>
        <OpenLink onOpened={() => go('#/')} />
      </section>
    </>
  )
}
