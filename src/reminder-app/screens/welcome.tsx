// The first screen of somebody who follows nothing yet, or whose link has ended.

import { useApp } from './app.ts'
import { Find, OpenLink } from './find.tsx'
import { ForgetButton } from './forget.tsx'
import { go } from './navigation.ts'
import { Title } from './parts.tsx'

export function WelcomeScreen() {
  const { state, words } = useApp()
  if (state.subscription === 'ended')
    return (
      <>
        <Title text={words.welcome.ended} />
        <p>{words.welcome.endedWhy}</p>
        {state.waiting > 0 && <p class="note">{words.setbacks.kept(state.waiting)}</p>}
        <OpenLink onOpened={() => go('#/')} />
        <ForgetButton label={words.welcome.fresh} />
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
